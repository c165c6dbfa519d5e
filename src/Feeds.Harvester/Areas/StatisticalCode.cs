namespace Feeds.Harvester.Areas;

/// <summary>
/// Codes of small areas in England and Wales, by their form: three letters and digits that name the kind, six more
/// digits. Codes that stand for "none" (<c>E99999999</c>) and those of other countries have another form.
/// </summary>
internal sealed class StatisticalCode
{
    private const int Length = 9;
    private const int KindLength = 3;

    private readonly string england;
    private readonly string wales;

    // 36,000 LSOAs stand in 2.7 million rows: each code is one string.
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> known =
        new Dictionary<string, string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private StatisticalCode(string england, string wales) => (this.england, this.wales) = (england, wales);

    /// <summary>Lower layer Super Output Areas.</summary>
    public static StatisticalCode Lsoa() => new("E01", "W01");

    /// <summary>Middle layer Super Output Areas.</summary>
    public static StatisticalCode Msoa() => new("E02", "W02");

    /// <summary>The code; null when the text is none of this kind.</summary>
    public string? Read(ReadOnlySpan<char> text)
    {
        var code = text.Trim();
        if (code.Length != Length || code[KindLength..].IndexOfAnyExceptInRange('0', '9') >= 0)
            return null;
        if (!code.StartsWith(england, StringComparison.Ordinal) && !code.StartsWith(wales, StringComparison.Ordinal))
            return null;
        if (known.TryGetValue(code, out var same))
            return same;
        var made = code.ToString();
        known[code] = made;
        return made;
    }
}
