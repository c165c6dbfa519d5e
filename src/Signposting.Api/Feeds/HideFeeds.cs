using Microsoft.AspNetCore.Http.HttpResults;
using Signposting.Api.Access;
using Signposting.Api.Hosting;
using Signposting.Api.Problems;
using Signposting.Store.Hiding;

namespace Signposting.Api.Feeds;

/// <summary><c>POST /v1/feeds/hide</c>, <c>/unhide</c> and <c>GET /v1/feeds/hidden</c>: safeguarding, at once.</summary>
internal sealed class HideFeeds(StoreAccess store, DataOrigin origin, TimeProvider time, ILogger<HideFeeds> log)
{
    public async Task<IResult> HideAsync(HttpContext http)
    {
        var errors = new ParameterErrors();
        if (await HideOrder.ReadAsync(http.Request, withReason: true, errors) is not { } order)
            return errors.ToProblem();
        var hidden = new Hidden { Kind = order.Kind, Target = order.Target, Reason = order.Reason, By = http.Caller().Client ?? "unknown", At = LondonTime.Now(time) };
        if (!await store.Store.HideAsync(hidden, http.RequestAborted))
            return FeedRefusals.NotKnown(hidden.Kind);
        log.Hidden(hidden.Kind, hidden.By);
        return Write(hidden);
    }

    public async Task<IResult> UnhideAsync(HttpContext http)
    {
        var errors = new ParameterErrors();
        if (await HideOrder.ReadAsync(http.Request, withReason: false, errors) is not { } order)
            return errors.ToProblem();
        if (await store.Store.UnhideAsync(order.Kind, order.Target, http.RequestAborted) is not { } hidden)
            return FeedRefusals.NotHidden();
        log.Unhidden(hidden.Kind, http.Caller().Client ?? "unknown");
        return Write(hidden);
    }

    public async Task<IResult> ListAsync(HttpContext http)
    {
        var all = await store.Store.ListHiddenAsync(http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(new HiddenListAnswer { Items = [.. all.Select(Of)], Demo = origin.Demo }, ApiJson.Answers.HiddenListAnswer);
    }

    private JsonHttpResult<HiddenAnswer> Write(Hidden hidden) => TypedResults.Json(Of(hidden) with { Demo = origin.Demo }, ApiJson.Answers.HiddenAnswer);

    private static HiddenAnswer Of(Hidden hidden) => new()
    {
        Opportunity = hidden.Kind == HiddenKind.Opportunity ? hidden.Target : null,
        Organizer = hidden.Kind == HiddenKind.Organizer ? hidden.Target : null,
        Feed = hidden.Kind == HiddenKind.Feed ? hidden.Target : null,
        Reason = hidden.Reason,
        By = hidden.By,
        At = LondonTime.Of(hidden.At),
    };
}
