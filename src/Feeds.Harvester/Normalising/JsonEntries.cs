using System.Text.Json;
using Feeds.Harvester.Json;

namespace Feeds.Harvester.Normalising;

/// <summary>The values of an array, or the one value; absent ones are left out. It makes no object: every record asks a dozen times.</summary>
internal readonly struct JsonEntries(JsonValue value)
{
    public Enumerator GetEnumerator() => new(value);

    internal bool Any(Func<JsonValue, bool> predicate)
    {
        foreach (var entry in this)
        {
            if (predicate(entry))
                return true;
        }

        return false;
    }

    /// <summary>What is made of the first ones.</summary>
    internal List<T> Take<T>(int most, Func<JsonValue, T> make)
    {
        var made = new List<T>();
        foreach (var entry in this)
        {
            if (made.Count == most)
                break;
            made.Add(make(entry));
        }

        return made;
    }

    internal struct Enumerator
    {
        private readonly JsonTokens? _tokens;
        private readonly int _end;
        private int _next;

        internal Enumerator(JsonValue value)
        {
            _tokens = value.Tokens;
            if (_tokens is null)
                return;
            _next = value.ValueKind == JsonValueKind.Array ? value.At + 1 : value.At;
            _end = _tokens.At(value.At).Next;
        }

        public JsonValue Current { get; private set; }

        public bool MoveNext()
        {
            while (_next < _end)
            {
                Current = new(_tokens, _next);
                _next = _tokens!.At(_next).Next;
                if (!Current.IsAbsent())
                    return true;
            }

            return false;
        }
    }
}
