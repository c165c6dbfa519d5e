using System.Collections.Frozen;

namespace Signposting.Store.Feeds;

/// <summary>What an operator can do about records that are not offered, by the reason, in a sentence.</summary>
public static class RejectionAdvice
{
    /// <summary>Sessions whose opportunity nobody describes.</summary>
    public const string Orphans =
        "They are kept, and offered as soon as their opportunity is described. If they stay, its feed cannot be read, rejects it, or does not have it: look at the other feeds of the dataset, then tell the publisher.";

    private const string TellPublisher = "Only the publisher can put it right: send the example.";

    private static readonly FrozenDictionary<string, string> ByReason = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["no-location"] = "Nothing says where it is, neither the record nor what it belongs to. " + TellPublisher,
        ["no-coordinates"] = "Import a postcode directory (import-postcodes), or a newer one: what has a full postcode is placed by it within minutes. The rest only the publisher can put right.",
        ["outside-uk"] = "It is where its publisher says, outside the United Kingdom, and left out for that. With an imported postcode directory swapped coordinates and lost signs are put right.",
        ["no-name"] = "Nobody could tell what it is. " + TellPublisher,
        ["time-missing"] = "A day without a time sends nobody anywhere. " + TellPublisher,
        ["parent-missing"] = "It does not say what it is a session of. " + TellPublisher,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What can be done about records that are rejected for this reason.</summary>
    public static string For(string reason) => ByReason.GetValueOrDefault(reason, TellPublisher);
}
