using Signposting.Store.Commit;
using Signposting.Store.Hiding;
using Signposting.Store.Opportunities;

namespace Signposting.Store.SameClass;

/// <summary>
/// Keeps, in the transaction of a page, which records of different datasets are of one class (docs/decisions/0018). Most have no
/// likeness anywhere, which one look at an index tells.
/// </summary>
internal sealed class SameClassKeeper(IStoreWriter writer, long now)
{
    private const int MostAlike = 200;

    /// <summary>Nobody runs so many classes of one name at one place: such records are left apart.</summary>
    private const int MostTogether = 300;

    /// <summary>What is offered of these subjects was derived.</summary>
    /// <param name="before">What was offered of them.</param>
    /// <param name="written">What is offered now and is different.</param>
    public async Task DerivedAsync(IReadOnlyCollection<long> subjectIds, IReadOnlyList<OpportunityRow> before, List<OpportunityRow> written, CancellationToken cancel)
    {
        var compared = await writer.ReadComparedAsync(subjectIds, cancel).ConfigureAwait(false);
        var spots = await NewSpotsAsync(written, cancel).ConfigureAwait(false);
        spots.UnionWith(before.Where(row => compared.Contains(row.SubjectId)).Select(ClassSpot.Of).OfType<ClassSpot>());
        await KeepAsync(spots, compared, cancel).ConfigureAwait(false);
    }

    /// <summary>Sessions of these subjects changed.</summary>
    public async Task SessionsChangedAsync(IReadOnlyCollection<long> subjectIds, CancellationToken cancel)
    {
        var compared = await writer.ReadComparedAsync(subjectIds, cancel).ConfigureAwait(false);
        if (compared.Count == 0)
            return;
        var offered = await writer.ReadOpportunitiesAsync(compared, cancel).ConfigureAwait(false);
        await KeepAsync([.. offered.Select(ClassSpot.Of).OfType<ClassSpot>()], compared, cancel).ConfigureAwait(false);
    }

    /// <summary>Where something is written that more than one dataset has under the same name.</summary>
    private async Task<HashSet<ClassSpot>> NewSpotsAsync(List<OpportunityRow> written, CancellationToken cancel)
    {
        if (written.Count == 0 || !await writer.HasSeveralDatasetsAsync(cancel).ConfigureAwait(false))
            return [];
        var spots = new List<(ClassSpot Spot, long[] Likenesses)>(written.Count);
        var asked = new HashSet<long>(written.Count);
        foreach (var row in written)
        {
            if (ClassSpot.Of(row) is not { } spot)
                continue;
            var likenesses = spot.Likenesses();
            spots.Add((spot, likenesses));
            foreach (var likeness in likenesses)
                asked.Add(likeness);
        }

        if (spots.Count == 0)
            return [];
        var datasets = await writer.ReadDatasetsAsync(asked, cancel).ConfigureAwait(false);
        return [.. spots.FindAll(s => HaveSeveral(s.Likenesses, datasets)).Select(s => s.Spot)];
    }

    private static bool HaveSeveral(long[] likenesses, Dictionary<long, (long First, long Last)> datasets)
    {
        var (first, last) = (long.MaxValue, long.MinValue);
        foreach (var likeness in likenesses)
        {
            if (datasets.TryGetValue(likeness, out var found))
                (first, last) = (Math.Min(first, found.First), Math.Max(last, found.Last));
        }

        return first < last;
    }

    private async Task KeepAsync(HashSet<ClassSpot> spots, HashSet<long> compared, CancellationToken cancel)
    {
        if (spots.Count == 0 && compared.Count == 0)
            return;
        var rows = await ReadAsync(spots, cancel).ConfigureAwait(false);
        var records = await DescribeAsync(rows, cancel).ConfigureAwait(false);
        var verdicts = rows.Count > MostTogether ? records.ConvertAll(record => new ClassVerdict(record.Row, null, Speaks: false)) : SameClassGroups.Judge(records);
        var news = verdicts.FindAll(verdict => verdict.IsNews);
        await writer.WriteVerdictsAsync(news, cancel).ConfigureAwait(false);
        await KeepComparedAsync(records, compared, cancel).ConfigureAwait(false);
        if (news.Exists(verdict => verdict.SpeakerId is not null))
            await HideTooAsync(verdicts, records, cancel).ConfigureAwait(false);
    }

    /// <summary>Everything of these names at these spots, and near that, and so on: what may be connected.</summary>
    private async Task<List<ClassRow>> ReadAsync(HashSet<ClassSpot> spots, CancellationToken cancel)
    {
        var rows = new Dictionary<long, ClassRow>();
        var asked = new HashSet<ClassSpot>();
        for (var next = spots; next.Count > 0 && rows.Count <= MostTogether;)
        {
            asked.UnionWith(next);
            var near = next.SelectMany(spot => spot.Likenesses().Select(likeness => (likeness, spot.Box))).ToList();
            var found = await writer.ReadAlikeAsync(near, MostAlike, cancel).ConfigureAwait(false);
            next = [.. found.Where(row => rows.TryAdd(row.Id, row)).Select(row => new ClassSpot(row.Likeness, row.Point)).Where(spot => !asked.Contains(spot))];
        }

        return [.. rows.Values];
    }

    private async Task<List<ClassRecord>> DescribeAsync(List<ClassRow> rows, CancellationToken cancel)
    {
        var times = await writer.ReadTimesFromAsync([.. rows.Select(row => row.SubjectId)], now, ClassTimes.MostRows, cancel).ConfigureAwait(false);
        return rows.ConvertAll(row => new ClassRecord(row, DescriptionCodec.Decode(row.Doc), times.GetValueOrDefault(row.SubjectId) ?? []));
    }

    /// <summary>Whose sessions have to be watched from now on.</summary>
    private async Task KeepComparedAsync(List<ClassRecord> records, HashSet<long> compared, CancellationToken cancel)
    {
        var alike = records.FindAll(record => records.Exists(other => SameClassProof.AreAlike(record, other))).Select(record => record.Row.SubjectId).ToHashSet();
        var known = await writer.ReadComparedAsync([.. records.Select(record => record.Row.SubjectId)], cancel).ConfigureAwait(false);
        known.UnionWith(compared);
        await writer.WriteComparedAsync([.. alike.Except(known)], [.. known.Except(alike)], cancel).ConfigureAwait(false);
    }

    /// <summary>
    /// What an operator has hidden must not come back by another publisher's record of it, not even when the two part again: that
    /// is hidden too, by itself and with the same reason.
    /// </summary>
    private async Task HideTooAsync(List<ClassVerdict> verdicts, List<ClassRecord> records, CancellationToken cancel)
    {
        var all = await writer.ReadHiddenAsync(cancel).ConfigureAwait(false);
        if (all.Count == 0)
            return;
        var hidden = new HiddenSet(all);
        var organizers = records.ToDictionary(record => record.Row.Id, record => record.Description.Organizer?.Name);
        foreach (var group in verdicts.Where(v => v.Speaks || v.SpeakerId is not null).GroupBy(v => v.SpeakerId ?? v.Row.Id))
        {
            var members = group.Select(v => (v.Row.PublicId, Hidden: hidden.Of(v.Row.PublicId, organizers[v.Row.Id]))).ToList();
            if (members.Find(member => member.Hidden is not null) is not { Hidden: { } why } first)
                continue;
            foreach (var (id, _) in members.Where(member => member.Hidden is null))
                await writer.HideAsync(new Hidden { Kind = HiddenKind.Opportunity, Target = id, Reason = why.Reason, By = HiddenSet.SameClassAs(first.PublicId), At = DateTimeOffset.FromUnixTimeSeconds(now) }, cancel).ConfigureAwait(false);
            await writer.NoteChangeAsync(SpatialStore.HiddenName, cancel).ConfigureAwait(false);
        }
    }
}
