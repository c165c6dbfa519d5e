using Signposting.Store.Commit;
using Signposting.Store.Schedules;

namespace Signposting.Store;

/// <summary>Schedules over time.</summary>
public sealed partial class SpatialStore
{
    /// <summary>
    /// Expands full Schedules up to four weeks from today, where that was last done on an earlier day, in small transactions.
    /// To be called every hour or so; twice on a day costs one look.
    /// </summary>
    /// <returns>How many opportunities were looked at.</returns>
    public async Task<int> RollSchedulesAsync(CancellationToken cancel)
    {
        var rolled = 0;
        for (long? after = 0; after is { } subject;)
        {
            var ids = await WriteAsync(w => RollSomeAsync(w, subject, cancel), cancel).ConfigureAwait(false);
            rolled += ids.Count;
            after = ids.Count > 0 ? ids[^1] : null;
        }

        return rolled;
    }

    private async Task<IReadOnlyList<long>> RollSomeAsync(IStoreWriter writer, long after, CancellationToken cancel)
    {
        const int AtOnce = 500;
        var now = Now.ToUnixTimeSeconds();
        var ids = await writer.FindUnrolledAsync(new ScheduleKeeper(writer, now).Until, after, AtOnce, cancel).ConfigureAwait(false);
        if (ids.Count > 0)
            await new Deriver(writer, new Descriptions(), now).DeriveAsync([.. ids], drain: false, cancel).ConfigureAwait(false);
        return ids;
    }
}
