namespace Signposting.Usage.Disclosure;

/// <summary>The numbers of disclosure control (docs/disclosure-control.md).</summary>
public static class Rule
{
    /// <summary>Names the method in every answer; it changes when a month could come out differently.</summary>
    public const string Name = "contacts 1-7 suppressed, others rounded to the nearest 5, secondary suppression by range (version 2)";

    /// <summary>A count of contacts from 1 to this is suppressed.</summary>
    public const int Most = 7;

    /// <summary>Counts are rounded to the nearest of these.</summary>
    public const int Step = 5;

    /// <summary>With fewer contacts than this in a month nothing is published of it.</summary>
    public const int Fewest = Most + 1;

    internal static long Round(long count) => (count + (Step / 2)) / Step * Step;

    internal static bool IsSmall(long count) => count is >= 1 and <= Most;
}
