using Signposting.Store.Access;
using Signposting.Store.Hiding;

namespace Signposting.Store;

/// <summary>What an operator has hidden.</summary>
public sealed partial class SpatialStore
{
    internal const string HiddenName = "hidden";

    private readonly Versioned<HiddenSet> _hidden = new(HiddenName, LoadHiddenAsync);

    /// <summary>Takes something out of all answers: here at once, within a second in every other process of this store. Harvests do not bring it back.</summary>
    /// <returns>False: no such opportunity or feed was ever known, or no record names such an organiser, so that hiding it would hide nothing.</returns>
    public async Task<bool> HideAsync(Hidden hidden, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(hidden);
        if (!await ReadAsync(r => IsKnownAsync(r, hidden, cancel), cancel).ConfigureAwait(false))
            return false;
        var targets = await TargetsAsync(hidden.Kind, hidden.Target, cancel).ConfigureAwait(false);
        await ChangeAsync(
            _hidden.Name,
            async w =>
            {
                foreach (var target in targets)
                    await w.HideAsync(hidden with { Target = target }, cancel).ConfigureAwait(false);
                return true;
            },
            cancel).ConfigureAwait(false);
        _hidden.Forget();
        return true;
    }

    /// <summary>Shows it again, and with it what was hidden only because it is of the same class.</summary>
    /// <returns>What was hidden; null when it was not.</returns>
    public async Task<Hidden?> UnhideAsync(HiddenKind kind, string target, CancellationToken cancel)
    {
        if (HiddenSet.Find(await ListHiddenAsync(cancel).ConfigureAwait(false), kind, target) is not { } hidden)
            return null;
        var targets = await TargetsAsync(kind, hidden.Target, cancel).ConfigureAwait(false);
        var followers = await ReadAsync(r => HiddenFollowers.OfAsync(r, hidden, targets, cancel), cancel).ConfigureAwait(false);
        await ChangeAsync(
            _hidden.Name,
            async w =>
            {
                foreach (var one in targets)
                    await w.UnhideAsync(kind, one, cancel).ConfigureAwait(false);
                foreach (var follower in followers)
                    await w.UnhideAsync(HiddenKind.Opportunity, follower, cancel).ConfigureAwait(false);
                return true;
            },
            cancel).ConfigureAwait(false);
        _hidden.Forget();
        return hidden;
    }

    /// <summary>All that is hidden, oldest first.</summary>
    public Task<IReadOnlyList<Hidden>> ListHiddenAsync(CancellationToken cancel) => ReadAsync(r => r.ReadHiddenAsync(cancel).AsTask(), cancel);

    /// <summary>With an opportunity, the records of other publishers that are of the same class or have its <c>@id</c>: one must not come back by the other when they part.</summary>
    private Task<IReadOnlyList<string>> TargetsAsync(HiddenKind kind, string target, CancellationToken cancel) => ReadAsync<IReadOnlyList<string>>(
        async r =>
        {
            var targets = new HashSet<string>(StringComparer.Ordinal) { target };
            if (kind == HiddenKind.Opportunity && await r.FindOpportunityAsync(target, cancel).ConfigureAwait(false) is { } stored)
                targets.UnionWith(stored.Others.Select(other => other.PublicId).Append(stored.PublicId));
            foreach (var one in kind == HiddenKind.Opportunity ? targets.ToList() : [])
                targets.UnionWith(await r.ReadNamesakesAsync(one, cancel).ConfigureAwait(false));
            return [.. targets];
        },
        cancel);

    /// <summary>What comes from feeds that are gone is left out in the same way, though nobody decided it.</summary>
    private static async ValueTask<HiddenSet> LoadHiddenAsync(IStoreReader reader, CancellationToken cancel)
    {
        var concealed = await reader.ReadConcealedAsync(cancel).ConfigureAwait(false);
        return new([
            .. await reader.ReadHiddenAsync(cancel).ConfigureAwait(false),
            .. concealed.Select(url => new Hidden { Kind = HiddenKind.Feed, Target = url, Reason = "gone", By = "", At = default }),
        ]);
    }

    private static async Task<bool> IsKnownAsync(IStoreReader reader, Hidden hidden, CancellationToken cancel) => hidden.Kind switch
    {
        HiddenKind.Opportunity => await reader.FindOpportunityAsync(hidden.Target, cancel).ConfigureAwait(false) is not null
            || await reader.IsWithdrawnAsync(hidden.Target, cancel).ConfigureAwait(false),
        HiddenKind.Feed => await reader.FindFeedAsync(hidden.Target, cancel).ConfigureAwait(false) is not null,
        _ => HiddenSet.Find(await reader.ReadHiddenAsync(cancel).ConfigureAwait(false), hidden.Kind, hidden.Target) is not null
            || await Organizers.IsNamedAsync(reader, hidden.Target, cancel).ConfigureAwait(false),
    };
}
