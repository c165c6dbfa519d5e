using System.Buffers.Text;

namespace Feeds.Harvester.Normalising;

/// <summary>What the JSON parser does not check: that escaped text is Unicode, and why it gave up.</summary>
internal static class JsonText
{
    private const int EscapeLength = 6;

    /// <summary>Whether any nesting goes deeper than the limit; strings do not count.</summary>
    internal static bool IsDeeperThan(ReadOnlySpan<byte> json, int limit)
    {
        var depth = 0;
        var inString = false;
        for (var i = 0; i < json.Length; i++)
        {
            if (inString)
            {
                if (json[i] == '\\')
                    i++;
                else if (json[i] == '"')
                    inString = false;
            }
            else if (json[i] is (byte)'{' or (byte)'[' && ++depth > limit)
            {
                return true;
            }
            else if (json[i] is (byte)'}' or (byte)']')
            {
                depth--;
            }
            else if (json[i] == '"')
            {
                inString = true;
            }
        }

        return false;
    }

    /// <summary>Whether valid JSON escapes a surrogate that has no partner (RFC 8259, 8.2): text that is no Unicode.</summary>
    internal static bool HasLoneSurrogate(ReadOnlySpan<byte> json)
    {
        while (json.IndexOf((byte)'\\') is var at and >= 0)
        {
            json = json[at..];
            var unit = EscapedUnit(json);
            if (unit is null)
            {
                json = json[2..];
                continue;
            }

            json = json[EscapeLength..];
            if (!char.IsSurrogate(unit.Value))
                continue;
            if (char.IsLowSurrogate(unit.Value) || EscapedUnit(json) is not { } low || !char.IsLowSurrogate(low))
                return true;
            json = json[EscapeLength..];
        }

        return false;
    }

    /// <summary>The UTF-16 unit of a <c>\uXXXX</c> that the text starts with.</summary>
    private static char? EscapedUnit(ReadOnlySpan<byte> json) =>
        json.Length >= EscapeLength && json[0] == '\\' && json[1] == 'u'
        && Utf8Parser.TryParse(json.Slice(2, 4), out ushort unit, out var read, 'x') && read == 4
            ? (char)unit
            : null;
}
