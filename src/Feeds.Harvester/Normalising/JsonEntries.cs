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

    internal struct Enumerator(JsonValue value)
    {
        private readonly bool _isArray = value.ValueKind == JsonValueKind.Array;
        private JsonChildren _entries = value.Children;
        private bool _isOver = value.ValueKind != JsonValueKind.Array && value.IsAbsent();

        public JsonValue Current { get; private set; }

        public bool MoveNext()
        {
            if (!_isArray)
            {
                Current = value;
                return !_isOver && (_isOver = true);
            }

            while (_entries.MoveNext())
            {
                Current = _entries.Current;
                if (!Current.IsAbsent())
                    return true;
            }

            return false;
        }
    }
}
