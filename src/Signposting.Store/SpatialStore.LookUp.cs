using Signposting.Store.Commit;
using Signposting.Store.Opportunities;
using Signposting.Store.Search;

namespace Signposting.Store;

/// <summary>What public ids stand for.</summary>
public sealed partial class SpatialStore
{
    /// <summary>Rows read for each listed session: several rooms may run at the same time.</summary>
    private const int RowsPerSession = 4;

    /// <summary>Rows read for one time.</summary>
    private const int MostRooms = 100;

    /// <summary>The opportunity that an id stands for, with its sessions that start from <paramref name="from"/> on and are not over.</summary>
    public Task<LookUp> FindAsync(string publicId, DateTimeOffset from, int maxSessions, CancellationToken cancel) =>
        FindAsync(publicId, from, DateTimeOffset.MaxValue, maxSessions, cancel);

    /// <summary>The opportunity that an id stands for, with its sessions that start in [<paramref name="from"/>, <paramref name="to"/>) and are not over.</summary>
    public Task<LookUp> FindAsync(string publicId, DateTimeOffset from, DateTimeOffset to, int maxSessions, CancellationToken cancel) =>
        ReadAsync(r => FindAsync(r, publicId, from, to, maxSessions, cancel), cancel);

    /// <summary>The session of an opportunity that starts at this second; null when there is none, or no such opportunity. Sessions are known until two days after their end.</summary>
    public Task<Session?> FindSessionAsync(string publicId, DateTimeOffset start, CancellationToken cancel) => ReadAsync(
        async r =>
        {
            if (await r.FindOpportunityAsync(publicId, cancel).ConfigureAwait(false) is not { } stored)
                return null;
            var second = start.ToUnixTimeSeconds();
            var rows = await r.ReadSessionsAsync(
                [new SessionScope(stored.Id, stored.SubjectId, stored.Flags)], SessionWindow.Between(second, second + 1), MostRooms, cancel).ConfigureAwait(false);
            var whole = DescriptionCodec.Decode(stored.Doc).Status;
            return SessionList.Under(whole, SessionList.From(rows.GetValueOrDefault(stored.Id) ?? [], 1)).SingleOrDefault();
        },
        cancel);

    /// <summary>What each of these ids stands for, in their order, as of one moment.</summary>
    public Task<IReadOnlyList<LookUp>> FindAllAsync(IReadOnlyList<string> publicIds, DateTimeOffset from, int maxSessions, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(publicIds);
        return ReadAsync<IReadOnlyList<LookUp>>(
            async r =>
            {
                var found = new List<LookUp>(publicIds.Count);
                foreach (var id in publicIds)
                    found.Add(await FindAsync(r, id, from, DateTimeOffset.MaxValue, maxSessions, cancel).ConfigureAwait(false));
                return found;
            },
            cancel);
    }

    private async Task<LookUp> FindAsync(IStoreReader reader, string publicId, DateTimeOffset from, DateTimeOffset to, int maxSessions, CancellationToken cancel)
    {
        var hidden = await _hidden.ReadAsync(reader, _time, cancel).ConfigureAwait(false);
        var stored = await reader.FindOpportunityAsync(publicId, cancel).ConfigureAwait(false);
        if (stored is null)
            return await reader.IsWithdrawnAsync(publicId, cancel).ConfigureAwait(false) ? new LookUp.Withdrawn() : new LookUp.Unknown();
        var window = SessionWindow.Between(Math.Max(from.ToUnixTimeSeconds(), Now.ToUnixTimeSeconds()), to.ToUnixTimeSeconds());
        var scope = new SessionScope(stored.Id, stored.SubjectId, stored.Flags);
        var limit = maxSessions * RowsPerSession;
        var rows = await reader.ReadSessionsAsync([scope], window, limit, cancel).ConfigureAwait(false);
        var times = await reader.ReadTimesAsync([stored.SubjectId], cancel).ConfigureAwait(false);
        var opportunity = Answers.ToOpportunity(stored, DescriptionCodec.Decode(stored.Doc), times.Count > 0);
        if (hidden.Hides(opportunity))
            return new LookUp.Hidden();
        var (sessions, more) = SessionList.Page(rows.GetValueOrDefault(stored.Id) ?? [], limit, maxSessions);
        return new LookUp.Here(opportunity, SessionList.Under(opportunity.Description.Status, sessions)) { More = more };
    }
}
