using System.Globalization;
using System.Text;
using Feeds.Harvester.Normalising;
using Signposting.Store;
using Signposting.Store.Harvest;

namespace Feeds.Harvester.Harvesting;

/// <summary>
/// Reads once more what is kept of the publishers' records, without asking them, whenever the same record would now give another result:
/// after a postcode directory was imported, and with a newer normaliser. Broken off, it goes on where it was. A record that cannot be
/// read costs that record, not those after it.
/// </summary>
internal sealed class Replay(SpatialStore store, ItemNormaliser normaliser, PostcodeMemory postcodes, HarvesterOptions options)
{
    private const int AtOnce = 200;

    /// <summary>What was replayed last, and how far: <c>directory/version</c>, then <c>@</c> and the last row while it runs.</summary>
    private const string Document = "replayed";

    /// <returns>How many records say something else now.</returns>
    public async Task<long> RunIfDueAsync(CancellationToken cancel)
    {
        var directory = await store.PostcodeGenerationAsync(cancel);
        var wanted = string.Create(CultureInfo.InvariantCulture, $"{directory}/{ItemNormaliser.Version}");
        var told = await store.ReadDocumentAsync(Document, cancel) is { } bytes ? Encoding.UTF8.GetString(bytes) : "";
        if (told == wanted)
            return 0;
        // From now on pages are read with the new directory too.
        await postcodes.RefreshAsync(cancel);
        var after = told.StartsWith(wanted + "@", StringComparison.Ordinal) ? long.Parse(told.AsSpan(wanted.Length + 1), CultureInfo.InvariantCulture) : 0;
        var (read, changed, feeds) = (0L, 0L, new HashSet<long>());
        while (await store.ReadOriginalsAsync(after, AtOnce, cancel) is { Count: > 0 } originals)
        {
            var different = await store.ReplayAsync(await NormaliseAsync(originals, cancel), cancel);
            if (different > 0)
                feeds.UnionWith(originals.Select(original => original.FeedId));
            changed += different;
            read += originals.Count;
            after = originals[^1].Id;
            await WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{wanted}@{after}"), cancel);
        }

        foreach (var feed in feeds)
            await store.CountFeedAsync(feed, cancel);
        await WriteAsync(wanted, cancel);
        if (read > 0)
            options.Logger.Replayed(read, changed);
        return changed;
    }

    private async Task<List<(KeptOriginal, ItemChange)>> NormaliseAsync(IReadOnlyList<KeptOriginal> originals, CancellationToken cancel)
    {
        var points = await postcodes.ForPageAsync(cancel);
        var changes = Normalise(originals, points);
        if (points.Missing.Count > 0)
        {
            points.Learn(await postcodes.FetchAsync(points.Missing, cancel));
            changes = Normalise(changes.ConvertAll(change => change.Item1), points);
        }

        return changes;
    }

    private List<(KeptOriginal, ItemChange)> Normalise(IReadOnlyList<KeptOriginal> originals, PostcodePoints points)
    {
        var withPoints = normaliser.With(points);
        var changes = new List<(KeptOriginal, ItemChange)>(originals.Count);
        foreach (var original in originals)
        {
            try
            {
                changes.Add((original, withPoints.Normalise(ItemOf(original))));
            }
            catch (Exception broken) when (broken is not OperationCanceledException)
            {
                // The message of an exception may quote the record.
                options.Logger.KeptRecordBroke(original.FeedUrl, original.Id, broken.GetType().Name);
            }
        }

        return changes;
    }

    private static NormalItem ItemOf(KeptOriginal original) =>
        new(original.FeedUrl, original.FeedKind, original.ItemId ?? "", original.Modified, original.ModifiedAt, original.ReadData()) { Subject = original.Subject };

    private Task WriteAsync(string state, CancellationToken cancel) => store.WriteDocumentAsync(Document, Encoding.UTF8.GetBytes(state), cancel);
}
