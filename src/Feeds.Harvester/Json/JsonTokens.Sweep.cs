using System.Text.Json;

namespace Feeds.Harvester.Json;

/// <content>The quick way, for text that is as it should be.</content>
internal sealed partial class JsonTokens
{
    /// <summary>Guesses of the first name in an object stand behind those of the name after another.</summary>
    private const int FirstOf = byte.MaxValue + 1;

    /// <summary>By the name before it, or the name of its object, the name that was found there.</summary>
    private readonly Property[] _guesses = new Property[2 * FirstOf];

    /// <summary>Reads the value that begins at a byte of the text, if it is certain to be JSON.</summary>
    /// <param name="start">Its first byte.</param>
    /// <param name="end">Behind its last byte.</param>
    /// <param name="levels">How deep it is nested.</param>
    /// <returns>Undefined when it has to be read by a reader: it may be broken, nested too deep, or too long to be kept.</returns>
    internal JsonValue Sweep(int start, out int end, out int levels)
    {
        var first = _count;
        end = SweepValue(_bytes.AsSpan(0, _origin + json.Length), _origin + start, out levels) - _origin;
        if (end > start)
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

    /// <returns>Behind the value, or <see cref="JsonSweep.Doubt"/>.</returns>
    private int SweepValue(ReadOnlySpan<byte> text, int at, out int levels)
    {
        Span<int> open = stackalloc int[MostLevels];
        var (depth, before, isObject) = (0, 0, false);
        levels = 0;
        while (true)
        {
            var name = Property.None;
            if (isObject && (at = SweepName(text, at, ref _guesses[before], out name)) < 0)
                return JsonSweep.Doubt;
            at = JsonSweep.Gap(text, at);
            if (at >= text.Length || _count >= most)
                return JsonSweep.Doubt;
            var first = text[at];
            if (first is (byte)'{' or (byte)'[')
            {
                if (depth == MostLevels)
                    return JsonSweep.Doubt;
                isObject = first == '{';
                before = FirstOf + (int)name;
                open[depth++] = _count;
                levels = Math.Max(levels, depth);
                Add(at, 0, isObject ? JsonValueKind.Object : JsonValueKind.Array, name);
                at = JsonSweep.Gap(text, at + 1);
                if (at >= text.Length || text[at] != first + 2)
                    continue;
            }
            else if ((at = SweepScalar(text, at, first, name)) < 0)
            {
                return JsonSweep.Doubt;
            }
            else
            {
                before = (int)name;
            }

            // What is full ends here, and with it all that ends with it.
            while (depth > 0)
            {
                at = JsonSweep.Gap(text, at);
                if (at >= text.Length)
                    return JsonSweep.Doubt;
                if (text[at++] is var sign && sign == ',')
                    break;
                if (sign != (isObject ? '}' : ']'))
                    return JsonSweep.Doubt;
                Close(open[--depth], at);
                before = (int)_tokens[open[depth]].Name;
                isObject = depth > 0 && _tokens[open[depth - 1]].Kind == JsonValueKind.Object;
            }

            if (depth == 0)
                return at;
        }
    }

    /// <param name="text">The text.</param>
    /// <param name="at">Where a name should be.</param>
    /// <param name="guess">The name that stood in such a place the last time: compared with it, most names are found without a search.</param>
    /// <param name="name">The name.</param>
    /// <returns>Behind the colon.</returns>
    private static int SweepName(ReadOnlySpan<byte> text, int at, ref Property guess, out Property name)
    {
        name = guess;
        var start = JsonSweep.Sign(text, at, '"');
        if (start < 0)
            return JsonSweep.Doubt;
        var guessed = PropertyNames.ToColon(guess);
        if (text[start..].StartsWith(guessed))
            return start + guessed.Length;
        var end = JsonSweep.String(text, start, out var isEscaped);
        if (end < 0)
            return JsonSweep.Doubt;
        var between = text[start..(end - 1)];
        name = isEscaped ? PropertyNames.FindEscaped(between) : PropertyNames.Find(between);
        if (name != Property.None)
            guess = name;
        return JsonSweep.Sign(text, end, ':');
    }

    private int SweepScalar(ReadOnlySpan<byte> text, int start, byte first, Property name)
    {
        var isEscaped = false;
        var (kind, end) = (char)first switch
        {
            '"' => (JsonValueKind.String, JsonSweep.String(text, start + 1, out isEscaped)),
            '-' or (>= '0' and <= '9') => (JsonValueKind.Number, JsonSweep.Number(text, start)),
            't' => (JsonValueKind.True, JsonSweep.Literal(text, start, "true"u8)),
            'f' => (JsonValueKind.False, JsonSweep.Literal(text, start, "false"u8)),
            'n' => (JsonValueKind.Null, JsonSweep.Literal(text, start, "null"u8)),
            _ => (JsonValueKind.Undefined, JsonSweep.Doubt),
        };
        if (end >= 0)
            Add(start, end - start, kind, name, isEscaped);
        return end;
    }
}
