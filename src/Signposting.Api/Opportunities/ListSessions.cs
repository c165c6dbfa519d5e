using Microsoft.Net.Http.Headers;
using Signposting.Api.Hosting;
using Signposting.Api.Problems;
using Signposting.Store.Search;

namespace Signposting.Api.Opportunities;

/// <summary><c>GET /v1/opportunities/{id}/sessions</c> and <c>/calendar</c>: all sessions of one opportunity in a window.</summary>
internal sealed class ListSessions(FindOpportunity find, DataOrigin origin, TimeProvider time)
{
    public static readonly IReadOnlyList<SearchParameter> Parameters =
    [
        SearchParameters.From,
        SearchParameters.To with { Description = "Sessions that start before this time, in the same forms; a day means its end. Default, and at most: 366 days after from." },
    ];

    public Task<IResult> AnswerAsync(HttpContext http, string id) => AnswerAsync(http, id, (here, window) => Write(http, here, window));

    public Task<IResult> CalendarAsync(HttpContext http, string id) => AnswerAsync(http, id, (here, _) => new CalendarResult(OpportunityAnswers.Of(here.Opportunity, here.Sessions), origin.IsMadeUp));

    private async Task<IResult> AnswerAsync(HttpContext http, string id, Func<LookUp.Here, Window, IResult> write)
    {
        var errors = new ParameterErrors();
        var sent = SentParameters.FromQuery(http.Request.QueryString.Value, Parameters, errors);
        var now = LondonTime.Now(time);
        var (from, to, asked) = TimeWindow.Read(sent, errors, now, SearchLimits.LongestWindow);
        if (errors.Any)
            return errors.ToProblem();
        var (here, refusal) = await find.FindAsync(id, from, to, SearchLimits.SessionsOnPage, http.RequestAborted);
        return here is null ? refusal! : write(here, new Window(id, from, asked, to, now));
    }

    private TaggedJson<SessionsAnswer> Write(HttpContext http, LookUp.Here here, Window window)
    {
        var next = here.More is { } more ? NextOf(window, more) : null;
        if (next is not null)
            http.Response.Headers[HeaderNames.Link] = $"<{next}>; rel=\"next\"";
        var answer = new SessionsAnswer
        {
            Id = window.Id,
            From = window.From,
            FromAsked = window.FromAsked,
            To = window.To,
            AsOf = window.Now,
            Demo = origin.Demo,
            TimesPublished = here.Opportunity.TimesPublished,
            Items = [.. here.Sessions.Select(OpportunityAnswers.SessionOf)],
            Next = next,
            Attribution = OpportunityAnswers.AttributionOf([OpportunityAnswers.Of(here.Opportunity, [])]),
        };
        return new TaggedJson<SessionsAnswer>(answer, ApiJson.Answers.SessionsAnswer, EntityTag.Of(WithoutTimeOfAsking(answer, here.More), ApiJson.Answers.SessionsAnswer));
    }

    // A window that starts now moves with the clock; that alone makes nothing new worth sending again.
    private static SessionsAnswer WithoutTimeOfAsking(SessionsAnswer answer, DateTimeOffset? more) =>
        answer with { From = default, FromAsked = null, To = default, AsOf = default, Next = more?.ToString("O") };

    private static string NextOf(Window window, DateTimeOffset more) =>
        $"{OpportunityAnswers.Path}/{window.Id}/sessions?from={InUtc(more)}&to={InUtc(window.To)}";

    // With Z, so that the address holds no + to be escaped.
    private static string InUtc(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private sealed record Window(string Id, DateTimeOffset From, DateTimeOffset? FromAsked, DateTimeOffset To, DateTimeOffset Now);
}
