using System.Buffers;
using System.Buffers.Text;
using Feeds.Harvester.Json;

namespace Feeds.Harvester.Normalising;

/// <summary>ISO 8601 durations (<c>PT1H0M</c>, <c>P1D</c>, <c>PT1.5H</c>). A month counts 30 days and a year 365.</summary>
internal static class Durations
{
    private static readonly SearchValues<byte> Digits = SearchValues.Create("0123456789.,"u8);

    /// <summary>Longer than nothing and at most 400 days; null for anything else.</summary>
    internal static TimeSpan? Read(JsonValue value) => Read(value.First().Utf8().Trim((byte)' '));

    internal static TimeSpan? Read(ReadOnlySpan<byte> text)
    {
        if (text.Length is < 3 or > 40 || text[0] != 'P')
            return null;
        var seconds = 0.0;
        var inTime = false;
        for (text = text[1..]; !text.IsEmpty;)
        {
            if (text[0] == 'T' && !inTime)
            {
                inTime = true;
                text = text[1..];
                continue;
            }

            if (Part(ref text, inTime) is not { } part)
                return null;
            seconds += part;
        }

        return seconds > 0 && seconds <= NormalisingLimits.Duration.TotalSeconds ? TimeSpan.FromSeconds(Math.Round(seconds)) : null;
    }

    private static double? Part(ref ReadOnlySpan<byte> text, bool inTime)
    {
        var length = text.IndexOfAnyExcept(Digits);
        if (length <= 0 || SecondsOf(text[length], inTime) is not { } unit)
            return null;
        Span<byte> digits = stackalloc byte[length];
        text[..length].CopyTo(digits);
        digits.Replace((byte)',', (byte)'.');
        text = text[(length + 1)..];
        return Utf8Parser.TryParse(digits, out double number, out var read) && read == length ? number * unit : null;
    }

    private static double? SecondsOf(byte unit, bool inTime) => ((char)unit, inTime) switch
    {
        ('Y', false) => 365 * 86_400,
        ('M', false) => 30 * 86_400,
        ('W', false) => 7 * 86_400,
        ('D', false) => 86_400,
        ('H', true) => 3_600,
        ('M', true) => 60,
        ('S', true) => 1,
        _ => null,
    };
}
