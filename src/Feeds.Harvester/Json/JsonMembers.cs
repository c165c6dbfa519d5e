namespace Feeds.Harvester.Json;

/// <summary>The names and values of an object, one after another.</summary>
internal struct JsonMembers(JsonValue value)
{
    private readonly JsonTokens _tokens = value.Tokens!;
    private readonly int _end = value.Tokens!.At(value.At).Next;
    private int _next = value.At + 1;

    internal JsonValue Name { get; private set; }

    internal JsonValue Value { get; private set; }

    internal bool MoveNext()
    {
        if (_next >= _end)
            return false;
        (Name, Value) = (new(_tokens, _next), new(_tokens, _next + 1));
        _next = _tokens.At(_next + 1).Next;
        return true;
    }
}
