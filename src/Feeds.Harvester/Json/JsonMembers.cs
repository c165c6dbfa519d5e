namespace Feeds.Harvester.Json;

/// <summary>The values of an object, one after another, with their names.</summary>
internal struct JsonMembers(JsonValue value)
{
    private readonly JsonTokens _tokens = value.Tokens!;
    private readonly int _end = value.Tokens!.At(value.At).Next;
    private int _next = value.At + 1;

    internal Property Name { get; private set; }

    internal JsonValue Value { get; private set; }

    internal bool MoveNext()
    {
        if (_next >= _end)
            return false;
        ref readonly var token = ref _tokens.At(_next);
        (Name, Value, _next) = (token.Name, new(_tokens, _next), token.Next);
        return true;
    }
}
