namespace Signposting.Suitability.Records;

/// <summary>
/// What the rules make of a record, done once for each version of a record and of the rules: its most telling activities,
/// and the words that count. Records with equal keys have equal verdicts, so a store can keep the text and a search can
/// judge each key once.
/// </summary>
public sealed class RecordKey : IEquatable<RecordKey>
{
    internal RecordKey(int[] activities, bool hasUnknownActivity, ulong words, string text)
    {
        Activities = activities;
        HasUnknownActivity = hasUnknownActivity;
        Words = words;
        Text = text;
    }

    /// <summary>
    /// Such as <c>pilates+yoga|hot</c>; <c>?</c> stands for an activity that the rules do not know. At most 400 characters.
    /// Means the same for as long as <see cref="Rules.Version"/> does.
    /// </summary>
    public string Text { get; }

    /// <summary>It holds an activity that the rules do not know, which another published list may place.</summary>
    public bool DependsOnTheList => HasUnknownActivity || HasNewerActivity;

    internal bool HasNewerActivity { get; init; }

    /// <summary>Places in the list, ascending.</summary>
    internal int[] Activities { get; }

    internal bool HasUnknownActivity { get; }

    internal ulong Words { get; }

    public bool Equals(RecordKey? other) => other is not null && Text == other.Text;

    public override bool Equals(object? obj) => Equals(obj as RecordKey);

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Text;
}
