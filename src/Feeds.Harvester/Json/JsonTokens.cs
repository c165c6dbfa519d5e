using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Feeds.Harvester.Json;

/// <summary>
/// Where each value of a text stands, found in the one pass that also proves it to be JSON. Sixteen bytes a token, in rented memory:
/// dispose it as soon as nothing is read from the text any more.
/// </summary>
/// <param name="json">The text; it must stay as it is.</param>
/// <param name="most">Tokens that are kept at most: a hostile text has one for each two bytes.</param>
internal sealed partial class JsonTokens(ReadOnlyMemory<byte> json, int most) : IDisposable
{
    /// <summary>A value that is nested deeper is not kept.</summary>
    internal const int MostLevels = 64;

    private const int FewestTokens = 64;
    private const int BytesOfUsualToken = 30;

    private readonly int _origin = OriginOf(json);
    private byte[] _bytes = BytesOf(json);
    private JsonToken[] _tokens = [];
    private int _count;

    /// <summary>Reads a whole text; the value is good until its tokens are disposed.</summary>
    /// <exception cref="JsonException">It is no JSON, or nested deeper than <see cref="MostLevels"/>.</exception>
    internal static JsonTokens Parse(ReadOnlyMemory<byte> json, out JsonValue value)
    {
        var tokens = new JsonTokens(json, int.MaxValue);
        try
        {
            value = tokens.SweepAll();
            if (value.Tokens is not null)
                return tokens;
            var reader = new Utf8JsonReader(json.Span, new JsonReaderOptions { MaxDepth = MostLevels });
            reader.Read();
            value = tokens.Read(ref reader, 0, out _);
            reader.Read();
            return tokens;
        }
        catch (JsonException)
        {
            tokens.Dispose();
            throw;
        }
    }

    /// <summary>Reads the value that begins at the reader's token, to its end.</summary>
    /// <param name="reader">A reader of the text. Where nothing is kept it stands somewhere within the value.</param>
    /// <param name="begin">Where in the text the reader's own begins.</param>
    /// <param name="levels">How deep it is nested, as far as it was read.</param>
    /// <returns>Undefined when it is nested too deep, or when there are too many tokens.</returns>
    internal JsonValue Read(ref Utf8JsonReader reader, int begin, out int levels)
    {
        begin += _origin;
        Span<int> open = stackalloc int[MostLevels];
        var (first, depth, name) = (_count, 0, Property.None);
        levels = 0;
        do
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                name = reader.ValueIsEscaped ? PropertyNames.FindEscaped(reader.ValueSpan) : PropertyNames.Find(reader.ValueSpan);
                continue;
            }

            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                Close(open[--depth], begin + (int)reader.BytesConsumed);
                continue;
            }

            var isContainer = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
            if (_count == most || (isContainer && depth == MostLevels))
            {
                _count = first;
                return default;
            }

            if (isContainer)
            {
                open[depth++] = _count;
                levels = Math.Max(levels, depth);
            }

            var kind = KindOf(reader.TokenType);
            var quotes = kind == JsonValueKind.String ? 2 : 0;
            Add(begin + (int)reader.TokenStartIndex, reader.ValueSpan.Length + quotes, kind, name, reader.ValueIsEscaped);
            name = Property.None;
        }
        while (depth > 0 && reader.Read());

        return new JsonValue(this, first);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref readonly JsonToken At(int index) => ref _tokens[index];

    /// <summary>The last value of that name in an object; negative when there is none, or when the value is no object.</summary>
    internal int Find(int index, Property name)
    {
        var tokens = _tokens;
        var found = -1;
        if (tokens[index].Kind != JsonValueKind.Object)
            return found;
        var end = tokens[index].Next;
        for (var at = index + 1; at < end; at = tokens[at].Next)
        {
            if (tokens[at].Name == name)
                found = at;
        }

        return found;
    }

    internal ReadOnlySpan<byte> Raw(in JsonToken token) => _bytes.AsSpan(token.Start, token.Length);

    /// <summary>Gives the memory back; may be called twice.</summary>
    public void Dispose()
    {
        if (_tokens.Length > 0)
            ArrayPool<JsonToken>.Shared.Return(_tokens);
        (_tokens, _bytes) = ([], []);
    }

    private static byte[] BytesOf(ReadOnlyMemory<byte> json) => MemoryMarshal.TryGetArray(json, out var segment) ? segment.Array! : json.ToArray();

    private static int OriginOf(ReadOnlyMemory<byte> json) => MemoryMarshal.TryGetArray(json, out var segment) ? segment.Offset : 0;

    private void Add(int start, int length, JsonValueKind kind, Property name, bool isEscaped = false)
    {
        if (_count == _tokens.Length)
            Grow();
        ref var token = ref _tokens[_count++];
        (token.Start, token.Length, token.Next, token.Kind, token.Name, token.IsEscaped) = (start, length, _count, kind, name, isEscaped);
    }

    private void Close(int index, int end)
    {
        ref var container = ref _tokens[index];
        (container.Length, container.Next) = (end - container.Start, _count);
    }

    private void Grow()
    {
        var larger = ArrayPool<JsonToken>.Shared.Rent(Math.Max(FewestTokens, _count == 0 ? Math.Min(most, json.Length / BytesOfUsualToken) : 2 * _count));
        _tokens.AsSpan(0, _count).CopyTo(larger);
        if (_tokens.Length > 0)
            ArrayPool<JsonToken>.Shared.Return(_tokens);
        _tokens = larger;
    }

    private static JsonValueKind KindOf(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => JsonValueKind.Object,
        JsonTokenType.StartArray => JsonValueKind.Array,
        JsonTokenType.String => JsonValueKind.String,
        JsonTokenType.Number => JsonValueKind.Number,
        JsonTokenType.True => JsonValueKind.True,
        JsonTokenType.False => JsonValueKind.False,
        JsonTokenType.Null => JsonValueKind.Null,
        _ => JsonValueKind.Undefined,
    };
}
