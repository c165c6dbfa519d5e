using System.Text.Json;

namespace Feeds.Harvester.Json;

/// <summary>The values of an array, one after another; of anything else none.</summary>
internal struct JsonChildren(JsonValue value)
{
    private readonly int _end = value.ValueKind == JsonValueKind.Array ? value.Tokens!.At(value.At).Next : 0;
    private int _next = value.At + 1;

    public JsonValue Current { get; private set; }

    public readonly JsonChildren GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_next >= _end)
            return false;
        Current = new(value.Tokens, _next);
        _next = value.Tokens!.At(_next).Next;
        return true;
    }
}
