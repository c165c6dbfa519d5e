using System.Buffers;
using System.Text;

namespace Signposting.Api.Opportunities;

/// <summary>Writes records of RFC 4180. The CsvHelper of this registry does not guard against formulas, which matters more here than its quoting.</summary>
internal sealed class CsvText
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    // What a spreadsheet takes for a formula: publishers' text must not run on a link worker's machine (OWASP, CSV Injection).
    private static readonly SearchValues<char> Formula = SearchValues.Create("=+-@＝＋－＠\t\r\n");

    private readonly StringBuilder _text = new();

    private bool _isFirst = true;

    /// <summary>A value that this service made: a number, a time, a word of the contract.</summary>
    public void Value(string? value) => Field(value ?? "");

    /// <summary>Somebody's text; an apostrophe goes before what a spreadsheet would run.</summary>
    public void Text(string? text) => Field(text is null ? "" : IsFormula(text) ? "'" + text : text);

    public void EndRecord()
    {
        _text.Append("\r\n");
        _isFirst = true;
    }

    /// <summary>What was written since the last time, for answers that are sent in parts.</summary>
    public string Take()
    {
        var text = _text.ToString();
        _text.Clear();
        return text;
    }

    public override string ToString() => _text.ToString();

    private static bool IsFormula(string text) =>
        text.Length > 0 && (Formula.Contains(text[0]) || (text.AsSpan().TrimStart() is { Length: > 0 } trimmed && Formula.Contains(trimmed[0])));

    private void Field(string value)
    {
        if (!_isFirst)
            _text.Append(',');
        _isFirst = false;
        if (value.AsSpan().ContainsAny(Quoted))
            _text.Append('"').Append(value.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        else
            _text.Append(value);
    }
}
