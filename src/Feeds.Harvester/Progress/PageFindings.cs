using Signposting.Store.Harvest;

namespace Feeds.Harvester.Progress;

/// <summary>What progress tells of the items of a page, so that these need not be kept until they are committed.</summary>
/// <param name="Items">How many there were.</param>
/// <param name="Rejected">The reason of each that was rejected.</param>
/// <param name="Repaired">The codes of the repairs of each, each code once for an item.</param>
internal sealed record PageFindings(int Items, IReadOnlyList<string> Rejected, IReadOnlyList<string> Repaired)
{
    public static PageFindings Of(IReadOnlyList<ItemChange> changes)
    {
        var rejected = new List<string>();
        var repaired = new List<string>();
        foreach (var change in changes)
        {
            if (change.Rejection is { } rejection)
                rejected.Add(rejection.Reason);
            if (IsRepaired(change.Fragments))
                repaired.AddRange(change.Fragments.SelectMany(fragment => fragment.Description.Repairs ?? []).Select(CodeOf).Distinct());
        }

        return new PageFindings(changes.Count, rejected, repaired);
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
