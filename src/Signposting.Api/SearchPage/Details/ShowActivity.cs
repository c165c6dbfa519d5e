using Signposting.Api.Access;
using Signposting.Api.Conditions;
using Signposting.Api.Hosting;
using Signposting.Api.Opportunities;
using Signposting.Api.Problems;
using Signposting.Api.SearchPage.Rendering;
using Signposting.Api.SearchPage.Shortlists;
using Signposting.Api.Usage;
using Signposting.Store.Search;
using Signposting.Store.Usage;

namespace Signposting.Api.SearchPage.Details;

/// <summary><c>GET /activity/{id}</c>: everything that is known of one activity.</summary>
internal sealed class ShowActivity(FindOpportunity find, ClinicalRules clinical, ShortlistCookie shortlist, SearchOrigins origins, UsageRecorder usage, TimeProvider time)
{
    /// <param name="isCounted">False: nobody asked for it.</param>
    public async Task<IResult> AnswerAsync(HttpContext http, string id, bool isCounted = true)
    {
        var now = LondonTime.Now(time);
        var origin = origins.Read(http.Request);
        var (here, refusal) = await find.FindAsync(id, now, DateTimeOffset.MaxValue, SearchLimits.SessionsInDetail, http.RequestAborted);
        if (here is null)
            return PageOf(refusal, origin);
        if (isCounted)
            usage.View(http.Caller(), origin.Conditions, here.Opportunity, UsageChannel.Page);
        var model = ActivityModels.Of(here, Assess(here, origin), origin, StateOf(shortlist.Read(http.Request), id), now);
        return new HtmlPage<ActivityPage>(new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(ActivityPage.Activity)] = model });
    }

    private SuitabilityAnswer? Assess(LookUp.Here here, SearchOrigin origin) => origin.Conditions is { } conditions
        ? SuitabilityAnswer.Of(clinical.Rules.Assess(clinical.Records.Read(here.Opportunity.Description), conditions))
        : null;

    private static ListState StateOf(Shortlist list, string id) => list.Has(id) ? ListState.OnList : list.IsFull ? ListState.ListIsFull : ListState.NotOnList;

    private static HtmlPage<NoActivityPage> PageOf(IResult? refusal, SearchOrigin origin)
    {
        var status = refusal is ProblemResult { Problem: var problem } ? problem.Status : StatusCodes.Status404NotFound;
        return new HtmlPage<NoActivityPage>(
            new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(NoActivityPage.WasOffered)] = status == StatusCodes.Status410Gone, [nameof(NoActivityPage.Token)] = origin.Token },
            status);
    }
}
