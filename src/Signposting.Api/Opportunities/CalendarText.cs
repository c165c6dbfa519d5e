using System.Globalization;
using System.Text;

namespace Signposting.Api.Opportunities;

/// <summary>Writes content lines of iCalendar: CRLF, folded at 75 octets, text escaped (RFC 5545, 3.1 and 3.3.11).</summary>
internal sealed class CalendarText
{
    private const int MostOctets = 75;

    private readonly StringBuilder _text = new();

    /// <summary>A line whose value needs no escaping: a word, a number, an address.</summary>
    public void Line(string name, string value) => Fold($"{name}:{WithoutControls(value, keep: null)}");

    /// <summary>A line of text; none when there is no text.</summary>
    public void Text(string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
            Fold($"{name}:{Escape(value)}");
    }

    /// <summary>A time as an instant, so that no reader needs to know London's clock.</summary>
    public void Time(string name, DateTimeOffset time) => Line(name, Instant(time));

    public static string Instant(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    public static string Escape(string text) => WithoutControls(text.ReplaceLineEndings("\n"), keep: '\n')
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);

    public override string ToString() => _text.ToString();

    // Breaks between code points only: a character cut in two is what many readers show as rubbish.
    private void Fold(string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                _text.Append("\r\n ");
                octets = 1;
            }

            _text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        _text.Append("\r\n");
    }

    // A publisher's line break must not begin a property of its own.
    private static string WithoutControls(string text, char? keep) =>
        text.Any(letter => char.IsControl(letter) && letter != keep) ? string.Concat(text.Where(letter => !char.IsControl(letter) || letter == keep)) : text;
}
