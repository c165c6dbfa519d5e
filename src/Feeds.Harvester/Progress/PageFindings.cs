using Signposting.Store.Harvest;

namespace Feeds.Harvester.Progress;

/// <summary>What progress tells of the items of a page, so that these need not be kept until they are committed.</summary>
internal sealed class PageFindings
{
    private readonly List<string> rejected = [];
    private readonly List<string> repaired = [];

    /// <summary>How many there were.</summary>
    public int Items { get; private set; }

    /// <summary>The reason of each that was rejected.</summary>
    public IReadOnlyList<string> Rejected => rejected;

    /// <summary>The codes of the repairs of each, each code once for an item.</summary>
    public IReadOnlyList<string> Repaired => repaired;

    public void Add(ItemChange change)
    {
        Items++;
        if (change.Rejection is { } rejection)
            rejected.Add(rejection.Reason);
        if (IsRepaired(change.Fragments))
            repaired.AddRange(change.Fragments.SelectMany(fragment => fragment.Description.Repairs ?? []).Select(CodeOf).Distinct());
    }

    private static bool IsRepaired(IReadOnlyList<Fragment> fragments)
    {
        for (var at = 0; at < fragments.Count; at++)
        {
            if (fragments[at].Description.Repairs is not null)
                return true;
        }

        return false;
    }

    /// <summary>A note of a repair is its code, a colon, and what it is about.</summary>
    private static string CodeOf(string note) => note.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0 ? note[..colon] : note;
}
