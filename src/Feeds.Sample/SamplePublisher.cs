using Feeds.Sample.Aggregating;
using Feeds.Sample.Facilities;
using Feeds.Sample.Live;
using Feeds.Sample.Oddities;
using Feeds.Sample.Opportunities;
using Feeds.Sample.Rpde;
using Feeds.Sample.Command;
using Feeds.Sample.Sites;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Feeds.Sample;

/// <summary>
/// A running publisher of made-up OpenActive feeds: a real HTTP server with a catalogue collection (<c>/collection</c>),
/// a catalogue (<c>/catalogue</c>), a dataset site (<c>/openactive</c>), when asked for an aggregator's (<c>/aggregator</c>), RPDE 1.0 feeds (<c>/feeds/…</c>) and its own
/// postcodes (<c>/postcodes.csv</c>).
/// </summary>
public sealed class SamplePublisher : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly PageSpool _spool;
    private readonly LiveChanges _changes;
    private readonly CancellationTokenSource _stopping = new();
    private Task _changing = Task.CompletedTask;

    private SamplePublisher(WebApplication app, PageSpool spool, LiveChanges changes) => (_app, _spool, _changes) = (app, spool, changes);

    /// <summary>Where it listens, with the real port, without a slash at the end: <c>http://127.0.0.1:9200</c>.</summary>
    public string Address => _app.Urls.First();

    /// <summary>The dataset site's URL.</summary>
    public string DatasetSite => $"{Address}/openactive";

    /// <summary>Starts a publisher; it listens when the task has ended.</summary>
    /// <param name="options">What to publish and where.</param>
    /// <param name="time">Says what day it is, when the options do not.</param>
    /// <param name="cancellation">Gives up starting.</param>
    /// <exception cref="IOException">The address is in use, or the temporary file could not be made.</exception>
    /// <exception cref="System.Net.Sockets.SocketException">The address is not one of this machine's, or may not be used.</exception>
    public static async Task<SamplePublisher> StartAsync(SampleOptions options, TimeProvider time, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        var set = new SampleSet(options, options.Today ?? DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        var odd = options.Odd ? new OddRecords(options.Seed) : null;
        var sessions = new ScheduledSessionFeed(set) { Odd = odd };
        Feed[] feeds =
        [
            new SessionSeriesFeed(set) { Odd = odd }, sessions, new FacilityUseFeed(set) { Odd = odd }, new SlotFeed(set) { Odd = odd },
            new CourseInstanceFeed(set) { Odd = odd }, new EventFeed(set) { Odd = odd }, new OnDemandEventFeed(set) { Odd = odd },
        ];
        SampleSite[] sites = [new("/openactive", SiteDocuments.Publisher, feeds), .. Aggregators(new Aggregation(set, options.Aggregated), sessions, odd)];
        var spool = new PageSpool();
        FeedPages[] pages = [.. sites.SelectMany(site => site.Feeds).Select(feed => new FeedPages(feed, spool, options.PageSize))];
        if (options.RenderFirst)
        {
            Parallel.ForEach(pages, feed => feed.RenderAll());
        }

        var publisher = new SamplePublisher(Build(options, set, sites, pages), spool, new LiveChanges(options.Seed, pages));
        try
        {
            await publisher._app.StartAsync(cancellation);
            publisher._changing = options.ChangesPerSecond > 0
                ? publisher._changes.RunAsync(options.ChangesPerSecond, time, publisher._stopping.Token) : Task.CompletedTask;
            return publisher;
        }
        catch
        {
            await publisher.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until the process is asked to stop, or the token is cancelled.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellation) => _app.WaitForShutdownAsync(cancellation);

    /// <summary>Makes so many changes at once, beside those that come with time. The n-th change is always the same for a seed.</summary>
    public void Change(int count) => _changes.Make(count);

    /// <summary>Stops listening and removes the temporary file.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _changing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
        await _app.DisposeAsync();
        _spool.Dispose();
    }

    private static WebApplication Build(SampleOptions options, SampleSet set, SampleSite[] sites, FeedPages[] pages)
    {
        // Empty: no settings file or environment variable of whatever folder it was started in may change what it does.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.AddServerHeader = false).UseUrls(options.Url.GetLeftPart(UriPartial.Authority));
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        var documents = new SiteDocuments(sites, set.Today);
        var postcodes = set.Postcodes.ToCsv();
        foreach (var site in sites)
        {
            Map(app, site.Path, "text/html; charset=utf-8", root => documents.DatasetSite(root, site));
        }

        Map(app, "/catalogue", "application/ld+json", documents.Catalogue);
        Map(app, "/collection", "application/ld+json", documents.Collection);
        Map(app, "/postcodes.csv", "text/csv; charset=utf-8", _ => postcodes);
        app.MapGet("/", context =>
        {
            context.Response.Redirect("/openactive");
            return Task.CompletedTask;
        });
        foreach (var feed in pages)
        {
            app.MapGet($"/feeds/{feed.Feed.Name}", new FeedEndpoint(feed).AnswerAsync);
        }

        app.MapFallback(context => Problem.WriteAsync(context, StatusCodes.Status404NotFound, "There is nothing here; /openactive is the dataset site."));
        return app;
    }

    private static IEnumerable<SampleSite> Aggregators(Aggregation aggregation, ScheduledSessionFeed sessions, OddRecords? odd) => aggregation.Count == 0
        ? []
        : [new("/aggregator", Aggregation.Publisher, [new AggregatedSeriesFeed(aggregation) { Odd = odd }, new AggregatedSessionFeed(aggregation, sessions) { Odd = odd }])];

    private static void Map(WebApplication app, string path, string contentType, Func<string, string> render) => app.MapGet(path, context =>
    {
        context.Response.ContentType = contentType;
        return context.Response.WriteAsync(render($"{context.Request.Scheme}://{context.Request.Host}"), context.RequestAborted);
    });
}
