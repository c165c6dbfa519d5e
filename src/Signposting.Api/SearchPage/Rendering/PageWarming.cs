using Microsoft.Extensions.Primitives;
using Signposting.Api.Access;
using Signposting.Api.Hosting;
using Signposting.Api.Opportunities;
using Signposting.Api.Places;
using Signposting.Api.SearchPage.Details;
using Signposting.Api.SearchPage.Results;
using Signposting.Api.SearchPage.Searching;
using Signposting.Store;
using Signposting.Store.Opportunities;

namespace Signposting.Api.SearchPage.Rendering;

/// <summary>
/// Goes the way of a first visitor once, soon after the start and for nobody: otherwise the first person waits while code is compiled,
/// a second or two. Nothing of it is counted, sent or kept; a store without records has nothing to warm.
/// </summary>
internal sealed class PageWarming(
    StoreAccess access, ReadSearch read, SearchTokens tokens, ShowResults results, ShowActivity activity, IServiceScopeFactory scopes, TimeProvider time, ILogger<PageWarming> log) : BackgroundService
{
    private const int MostLooks = 60;

    /// <summary>The first second belongs to those who wait for it.</summary>
    private static readonly TimeSpan AfterOpening = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private static readonly string[] Conditions = ["type-2-diabetes", "osteoarthritis"];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var store = await access.WhenOpenAsync(stoppingToken);
        await Task.Delay(AfterOpening, time, stoppingToken);
        try
        {
            for (var look = 0; look < MostLooks; look++)
            {
                if (await FirstAsync(store, stoppingToken) is { } somewhere)
                {
                    using var limit = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
                    limit.CancelAfter(Longest);
                    await WarmAsync(somewhere, limit.Token);
                    return;
                }

                await Task.Delay(BetweenLooks, time, stoppingToken);
            }
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            // The service is none the worse: the first visitor waits a moment longer.
            log.PagesNotWarmed(failure.GetType().Name);
        }
    }

    private static async Task<GeoPoint?> FirstAsync(SpatialStore store, CancellationToken cancel)
    {
        const int Some = 20;
        return (await store.ReadRecordsAsync(0, Some, cancel)).Select(record => record.Description.Place?.Point).FirstOrDefault(point => point is not null);
    }

    private async Task WarmAsync(GeoPoint point, CancellationToken cancel)
    {
        var form = new FormCollection(new Dictionary<string, StringValues>(StringComparer.Ordinal)
        {
            ["place"] = "nowhere", ["words"] = "bad knee, anxious and no car", ["radius"] = RadiusChoices.Default, ["when"] = WhenChoices.Default,
        });
        var (_, back) = await read.OfFormAsync(form, null, cancel);
        await RenderAsync(_ => SearchPages.Start(back!), cancel);
        var (from, to) = WhenChoices.WindowOf(WhenChoices.Default, LondonTime.Now(time));
        var search = new PageSearch
        {
            Request = new SearchRequest { Conditions = Conditions, Sort = Store.Search.SortOrder.Best, From = from, To = to, RadiusKm = SearchLimits.DefaultRadiusKm, Limit = SearchLimits.DefaultItems },
            Place = new FoundPlace(point, PlacePrecision.Coordinates),
        };
        var token = tokens.Write(search);
        var view = await results.ShowAsync(tokens.Read(token)!, token, Caller.Anonymous, cancel, isCounted: false);
        await RenderAsync(_ => SearchPages.Results(view), cancel);
        if (view.Cards is [{ Id: var id }, ..])
            await RenderAsync(http => activity.AnswerAsync(http, id, isCounted: false), cancel);
    }

    private Task RenderAsync(Func<HttpContext, IResult> page, CancellationToken cancel) => RenderAsync(http => Task.FromResult(page(http)), cancel);

    /// <summary>To nowhere.</summary>
    private async Task RenderAsync(Func<HttpContext, Task<IResult>> page, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider, RequestAborted = cancel };
        http.Response.Body = Stream.Null;
        await (await page(http)).ExecuteAsync(http);
    }
}
