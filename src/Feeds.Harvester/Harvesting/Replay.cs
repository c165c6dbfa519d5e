using System.Globalization;
using Feeds.Harvester.Normalising;
using Signposting.Store;
using Signposting.Store.Harvest;

namespace Feeds.Harvester.Harvesting;

/// <summary>
/// Reads once more what is kept of the publishers' records, without asking them, whenever the same record would now give another result:
/// after a postcode directory was imported, and with a newer normaliser. Of records without an original the places are found again, from
/// what was read in them. Broken off, it goes on where it was. A record that cannot be read costs that record, not those after it.
/// </summary>
internal sealed class Replay(SpatialStore store, ItemNormaliser normaliser, PostcodeMemory postcodes, HarvesterOptions options)
{
    private const int AtOnce = 200;

    /// <returns>How many records say something else now.</returns>
    public async Task<long> RunIfDueAsync(CancellationToken cancel)
    {
        var directory = await store.PostcodeGenerationAsync(cancel);
        var wanted = string.Create(CultureInfo.InvariantCulture, $"{directory}/{ItemNormaliser.Version}");
        var originals = new ReplayPass<KeptOriginal>(store, "replayed", (after, stop) => store.ReadOriginalsAsync(after, AtOnce, stop), NormaliseAsync);
        var (read, changed) = await RunIfDueAsync(originals, wanted, cancel);
        // Without a directory there is nothing to place by.
        if (directory > 0)
        {
            foreach (var (speaker, name) in new[] { (Speaker.Sessions, "replayed-sessions"), (Speaker.Children, "replayed-parents") })
            {
                var statements = new ReplayPass<KeptStatement>(store, name, (after, stop) => store.ReadStatementsAsync(speaker, after, AtOnce, stop), RelocateAsync);
                var (more, different) = await RunIfDueAsync(statements, wanted, cancel);
                (read, changed) = (read + more, changed + different);
            }
        }

        if (read > 0)
            options.Logger.Replayed(read, changed);
        return changed;
    }

    private async Task<(long Read, long Changed)> RunIfDueAsync<T>(ReplayPass<T> pass, string wanted, CancellationToken cancel)
        where T : Kept
    {
        if (await pass.IsDoneAsync(wanted, cancel))
            return default;
        // From now on pages are read with the new directory too.
        await postcodes.RefreshAsync(cancel);
        return await pass.RunAsync(wanted, cancel);
    }

    private async Task<int> NormaliseAsync(IReadOnlyList<KeptOriginal> originals, CancellationToken cancel) =>
        await store.ReplayAsync(await ReadAsync(originals, o => o.FeedUrl, (o, withPoints) => withPoints.Normalise(ItemOf(o)), cancel), cancel);

    private async Task<int> RelocateAsync(IReadOnlyList<KeptStatement> statements, CancellationToken cancel) =>
        await store.RestateAsync(await ReadAsync(statements, s => s.FeedUrl, (s, withPoints) => withPoints.Relocate(s.Read()), cancel), cancel);

    /// <summary>Twice, when the first time asks for postcodes that were not looked up yet.</summary>
    private async Task<List<(T Kept, TNow Now)>> ReadAsync<T, TNow>(IReadOnlyList<T> kept, Func<T, string> feed, Func<T, ItemNormaliser, TNow> read, CancellationToken cancel)
        where T : Kept
    {
        var points = await postcodes.ForPageAsync(cancel);
        var now = Read(kept, feed, read, points);
        if (points.Missing.Count > 0)
        {
            points.Learn(await postcodes.FetchAsync(points.Missing, cancel));
            now = Read(now.ConvertAll(one => one.Kept), feed, read, points);
        }

        return now;
    }

    private List<(T Kept, TNow Now)> Read<T, TNow>(IReadOnlyList<T> kept, Func<T, string> feed, Func<T, ItemNormaliser, TNow> read, PostcodePoints points)
        where T : Kept
    {
        var withPoints = normaliser.With(points);
        var now = new List<(T, TNow)>(kept.Count);
        foreach (var one in kept)
        {
            try
            {
                now.Add((one, read(one, withPoints)));
            }
            catch (Exception broken) when (broken is not OperationCanceledException)
            {
                // The message of an exception may quote the record.
                options.Logger.KeptRecordBroke(feed(one), one.Id, broken.GetType().Name);
            }
        }

        return now;
    }

    private static NormalItem ItemOf(KeptOriginal original) =>
        new(original.FeedUrl, original.FeedKind, original.ItemId ?? "", original.Modified, original.ModifiedAt, original.ReadData()) { Subject = original.Subject };
}
