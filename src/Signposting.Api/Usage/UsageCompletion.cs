using Signposting.Store;
using Signposting.Store.Usage;

namespace Signposting.Api.Usage;

/// <summary>Finds an event's area and gives it its contact key. The LSOA ends here.</summary>
internal sealed class UsageCompletion(DayKeys keys)
{
    public async Task<UsageEvent> CompleteAsync(SpatialStore store, UsageDraft draft, CancellationToken cancel)
    {
        var area = draft.Lsoa is { } lsoa ? await store.FindUsageAreaAsync(lsoa, cancel) : null;
        var usage = draft.Event with { Area = area ?? UsageArea.NotKnown(draft.ClientIcb) };
        return usage with { Contact = ContactKey.Of(await keys.ReadAsync(store, usage.Day, cancel), usage) };
    }
}
