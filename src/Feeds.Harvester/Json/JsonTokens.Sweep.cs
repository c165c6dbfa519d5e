using System.Text.Json;

namespace Feeds.Harvester.Json;

/// <content>The quick way, for text that is as it should be.</content>
internal sealed partial class JsonTokens
{
    /// <summary>Reads the value that begins at a byte of the text, if it is certain to be JSON.</summary>
    /// <param name="start">Its first byte.</param>
    /// <param name="end">Behind its last byte.</param>
    /// <param name="levels">How deep it is nested.</param>
    /// <returns>Undefined when it has to be read by a reader: it may be broken, nested too deep, or too long to be kept.</returns>
    internal JsonValue Sweep(int start, out int end, out int levels)
    {
        var first = _count;
        var sweep = new JsonSweep(_bytes.AsSpan(0, _origin + json.Length), _origin + start);
        var isRead = Sweep(ref sweep, out levels);
        end = sweep.At - _origin;
        if (isRead)
            return new JsonValue(this, first);
        _count = first;
        return default;
    }

    /// <summary>The whole text, if it is certain to be JSON with nothing behind it.</summary>
    private JsonValue SweepAll()
    {
        var value = Sweep(0, out var end, out _);
        if (value.Tokens is null || !json.Span[end..].ContainsAnyExcept(" \n\r\t"u8))
            return value;
        _count = 0;
        return default;
    }

    private bool Sweep(ref JsonSweep sweep, out int levels)
    {
        Span<int> open = stackalloc int[MostLevels];
        var depth = 0;
        levels = 0;
        while (true)
        {
            if (depth > 0 && _tokens[open[depth - 1]].Kind == JsonValueKind.Object && !SweepName(ref sweep))
                return false;
            var first = sweep.Next();
            if (first is (byte)'{' or (byte)'[')
            {
                if (depth == MostLevels || _count >= most)
                    return false;
                open[depth++] = _count;
                levels = Math.Max(levels, depth);
                Add(sweep.At, 0, first == '{' ? JsonValueKind.Object : JsonValueKind.Array);
                sweep.Skip((char)first);
                if (sweep.Next() != first + 2)
                    continue;
            }
            else if (!SweepScalar(ref sweep, first))
            {
                return false;
            }

            // What is full ends here, and with it all that ends with it.
            while (depth > 0 && !sweep.Skip(','))
            {
                if (!sweep.Skip(_tokens[open[depth - 1]].Kind == JsonValueKind.Object ? '}' : ']'))
                    return false;
                Close(open[--depth], sweep.At);
            }

            if (depth == 0)
                return true;
        }
    }

    private bool SweepName(ref JsonSweep sweep)
    {
        if (sweep.Next() != '"' || _count >= most)
            return false;
        var start = sweep.At;
        if (!sweep.String(out var isEscaped))
            return false;
        Add(start, sweep.At - start, JsonValueKind.Undefined, isEscaped);
        return sweep.Skip(':');
    }

    private bool SweepScalar(ref JsonSweep sweep, byte first)
    {
        if (_count >= most)
            return false;
        var start = sweep.At;
        var isEscaped = false;
        var (kind, isRead) = (char)first switch
        {
            '"' => (JsonValueKind.String, sweep.String(out isEscaped)),
            '-' or (>= '0' and <= '9') => (JsonValueKind.Number, sweep.Number()),
            't' => (JsonValueKind.True, sweep.Literal("true"u8)),
            'f' => (JsonValueKind.False, sweep.Literal("false"u8)),
            'n' => (JsonValueKind.Null, sweep.Literal("null"u8)),
            _ => (JsonValueKind.Undefined, false),
        };
        if (isRead)
            Add(start, sweep.At - start, kind, isEscaped);
        return isRead;
    }
}
