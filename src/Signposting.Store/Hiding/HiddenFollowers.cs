using Signposting.Store.Opportunities;

namespace Signposting.Store.Hiding;

/// <summary>What the store hid by itself because it is of the class of something hidden, and nobody else has asked to hide.</summary>
internal static class HiddenFollowers
{
    /// <summary>Those whose reason goes when these targets are unhidden, and those that were hidden because of one of them.</summary>
    /// <returns>Public ids.</returns>
    public static async Task<IReadOnlyList<string>> OfAsync(IStoreReader reader, Hidden unhidden, IReadOnlyList<string> targets, CancellationToken cancel)
    {
        var left = (await reader.ReadHiddenAsync(cancel).ConfigureAwait(false)).Where(hidden => !IsOf(hidden, unhidden.Kind, targets)).ToList();
        var freed = new List<string>();
        while (await NextAsync(reader, left, unhidden, freed, targets, cancel).ConfigureAwait(false) is { } next)
        {
            left.Remove(next);
            freed.Add(next.Target);
        }

        return freed;
    }

    private static bool IsOf(Hidden hidden, HiddenKind kind, IReadOnlyList<string> targets) =>
        targets.Any(target => HiddenSet.Find([hidden], kind, target) is not null);

    private static async Task<Hidden?> NextAsync(
        IStoreReader reader, List<Hidden> left, Hidden unhidden, List<string> freed, IReadOnlyList<string> targets, CancellationToken cancel)
    {
        var set = new HiddenSet(left);
        foreach (var follower in left.Where(hidden => hidden.Kind == HiddenKind.Opportunity))
        {
            if (HiddenSet.LeaderOf(follower) is not { } leader)
                continue;
            var (isThere, organizer) = await OrganizerAsync(reader, leader, cancel).ConfigureAwait(false);
            if (set.Of(leader, organizer) is not null)
                continue;
            if (isThere || freed.Contains(leader) || targets.Contains(leader) || IsByReason(follower, unhidden, left))
                return follower;
        }

        return null;
    }

    /// <summary>Of one that is gone nobody can tell any more who ran it; the reason, which the follower has from the organiser's entry, can where no other organiser has the same.</summary>
    private static bool IsByReason(Hidden follower, Hidden unhidden, List<Hidden> left) =>
        unhidden.Kind == HiddenKind.Organizer && follower.Reason == unhidden.Reason
        && !left.Exists(hidden => hidden.Kind == HiddenKind.Organizer && hidden.Reason == unhidden.Reason);

    private static async Task<(bool IsThere, string? Organizer)> OrganizerAsync(IStoreReader reader, string publicId, CancellationToken cancel)
    {
        var stored = await reader.FindOpportunityAsync(publicId, cancel).ConfigureAwait(false);
        var record = stored?.PublicId == publicId ? stored : stored?.Others.FirstOrDefault(other => other.PublicId == publicId);
        return (record is not null, record is null ? null : DescriptionCodec.Decode(record.Doc).Organizer?.Name);
    }
}
