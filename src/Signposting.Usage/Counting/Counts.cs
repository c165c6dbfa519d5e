namespace Signposting.Usage.Counting;

/// <summary>What is counted.</summary>
public enum Measure
{
    Contacts,
    Searches,
    Signposts,
}

/// <summary>The measures of a row, as they are: not for publication.</summary>
public readonly record struct Counts(long Contacts, long Searches, long Signposts)
{
    /// <summary>All measures, contacts first.</summary>
    public static readonly IReadOnlyList<Measure> Measures = [Measure.Contacts, Measure.Searches, Measure.Signposts];

    public long this[Measure measure] => measure switch
    {
        Measure.Contacts => Contacts,
        Measure.Searches => Searches,
        _ => Signposts,
    };

    public static Counts operator +(Counts left, Counts right) => new(left.Contacts + right.Contacts, left.Searches + right.Searches, left.Signposts + right.Signposts);

    public static Counts Add(Counts left, Counts right) => left + right;
}
