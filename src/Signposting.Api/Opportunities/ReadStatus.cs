using Signposting.Api.Hosting;
using Signposting.Api.Problems;
using Signposting.Store.Opportunities;
using Signposting.Store.Search;

namespace Signposting.Api.Opportunities;

/// <summary><c>GET /v1/opportunities/status</c>: what has become of ids that somebody has kept.</summary>
internal sealed class ReadStatus(StoreAccess store, DataOrigin origin, TimeProvider time)
{
    /// <summary>Sessions that are looked at to tell whether any runs.</summary>
    private const int SessionsLookedAt = 50;

    private static readonly SearchParameter Id = new()
    {
        Name = "id", Required = true, Repeatable = true, MostRepeats = SearchLimits.MostIds, Example = Contract.ExampleAnswers.OpportunityId,
        Description = "An id as it stood in an answer. Repeated: up to 100.",
    };

    private static readonly SearchParameter Since = new()
    {
        Name = "since", Form = ParameterForm.Time, Example = "2026-11-20T09:00:00Z",
        Description = "What was read anew at this time or later is changed: send the asOf of the answer that you kept. Without it nothing is called changed. In the forms of from.",
    };

    public static readonly IReadOnlyList<SearchParameter> Parameters = [Id, Since];

    public async Task<IResult> AnswerAsync(HttpContext http)
    {
        var errors = new ParameterErrors();
        var sent = SentParameters.FromQuery(http.Request.QueryString.Value, Parameters, errors);
        var since = TimeWindow.Time(sent, Since, errors, endOfDay: false);
        var ids = sent.Many(Id).Distinct().ToArray();
        if (ids.Length == 0 && !errors.Has(Id.Name))
            errors.Add(Id.Name, $"is missing; send up to {SearchLimits.MostIds} ids, as id=…&id=…");
        if (errors.Any)
            return errors.ToProblem();
        var now = LondonTime.Now(time);
        var known = ids.Where(SubjectKey.IsPublicId).ToArray();
        var found = known.Zip(await store.Store.FindAllAsync(known, now, SessionsLookedAt, http.RequestAborted)).ToDictionary(pair => pair.First, pair => pair.Second);
        // A list of what somebody has kept may tell something of a person.
        http.Response.Headers.CacheControl = "no-store";
        var answer = new StatusAnswer { AsOf = now, Since = since, Demo = origin.Demo, Items = [.. ids.Select(id => Of(id, found.GetValueOrDefault(id), since))] };
        return TypedResults.Json(answer, ApiJson.Answers.StatusAnswer);
    }

    /// <param name="found">What the id leads to; null: it has not even the form of one.</param>
    /// <param name="since">What was read anew at this time or later is changed; null: nothing is.</param>
    internal static IdStatusAnswer Of(string id, LookUp? found, DateTimeOffset? since) => found switch
    {
        LookUp.Here here => Of(id, here, since),
        LookUp.Withdrawn or LookUp.Hidden => new IdStatusAnswer { Id = id, Status = "withdrawn" },
        _ => new IdStatusAnswer { Id = id, Status = "unknown" },
    };

    private static IdStatusAnswer Of(string id, LookUp.Here here, DateTimeOffset? since)
    {
        var harvested = here.Opportunity.Provenance.Max(provenance => provenance.HarvestedAt);
        var next = here.Sessions.FirstOrDefault(session => session.Status is SessionStatus.Scheduled or SessionStatus.Rescheduled);
        return new IdStatusAnswer
        {
            Id = id,
            // Times are kept to the second: better a change of that second told twice than not at all.
            Status = IsCancelled(here) ? "cancelled" : harvested >= since ? "changed" : "current",
            NextSession = next is null ? null : OpportunityAnswers.SessionOf(next),
            TimesPublished = here.Opportunity.TimesPublished,
            HarvestedAt = LondonTime.Of(harvested),
        };
    }

    private static bool IsCancelled(LookUp.Here here) =>
        here.Opportunity.Description.Status == SessionStatus.Cancelled
        || (here is { More: null, Sessions.Count: > 0 } && here.Sessions.All(session => session.Status == SessionStatus.Cancelled));
}
