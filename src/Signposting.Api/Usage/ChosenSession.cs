using Signposting.Api.Hosting;
using Signposting.Store.Opportunities;
using Signposting.Store.Search;

namespace Signposting.Api.Usage;

/// <summary>Whether the session that a signpost names is one that somebody can go to.</summary>
internal sealed class ChosenSession(StoreAccess store, TimeProvider time)
{
    /// <summary>Sessions are kept so long after their end; somebody may write down in the evening what was said in the morning.</summary>
    private static readonly TimeSpan LatestRecording = TimeSpan.FromDays(2);

    /// <returns>What is wrong and what to send instead; null: nothing is known to be.</returns>
    public async Task<string?> ObjectionAsync(Opportunity opportunity, DateTimeOffset start, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        if (start < now - LatestRecording)
            return "lies more than two days back; send the start of the session that the person is to go to, or leave it out";
        var sessions = $"GET /v1/opportunities/{opportunity.Id}/sessions has those that there are now; send the start of one of them, or leave it out";
        if (await store.Store.FindSessionAsync(opportunity.Id, start, cancel) is { } session)
            return session.Status == SessionStatus.Cancelled ? $"that session is cancelled; {sessions}" : null;
        // Publishers take away what has begun, and some publish no times at all: then it cannot be told.
        return opportunity.TimesPublished && start > now ? $"no session of this opportunity starts at that time, or it was moved; {sessions}" : null;
    }
}
