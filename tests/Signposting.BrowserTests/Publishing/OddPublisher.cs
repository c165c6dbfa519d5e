using System.Text.Json.Nodes;
using Feeds.Harvester.Tests.Support;

namespace Signposting.BrowserTests.Publishing;

/// <summary>A publisher on a loopback port whose one feed holds what the tests give it, and changes when they say so.</summary>
internal sealed class OddPublisher : IAsyncDisposable
{
    private const string Feed = "/feed";
    private readonly ScriptedServer _server = ScriptedServer.Start();
    private readonly List<string> _items = [];
    private long _modified = 1;

    public OddPublisher() => Serve();

    public string Origin => _server.Origin;

    public string FeedUrl => _server.Url(Feed);

    /// <summary>A series with everything that a page shows, an hour at noon on each of the coming seven days, near the middle of Leeds.</summary>
    public string Id(string name) => $"{Origin}/series/{name}";

    public void Publish(string name, Action<JsonObject> change) => Put(name, Series(name, change).ToJsonString());

    public void Withdraw(string name)
    {
        lock (_items)
            _items.Add($$"""{"state":"deleted","kind":"SessionSeries","id":"{{name}}","modified":{{++_modified}}}""");
        Serve();
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private void Put(string name, string data)
    {
        lock (_items)
            _items.Add($$"""{"state":"updated","kind":"SessionSeries","id":"{{name}}","modified":{{++_modified}},"data":{{data}}}""");
        Serve();
    }

    // Every page that was ever asked for has the next address of the number of items it has shown.
    private void Serve() => _server.Otherwise(request =>
    {
        lock (_items)
        {
            var from = request.Target.Split("?after=") is [_, var after] ? int.Parse(after) : 0;
            return request.Target.StartsWith(Feed, StringComparison.Ordinal)
                ? Reply.Json($$"""{"next":"{{FeedUrl}}?after={{_items.Count}}","items":[{{string.Join(',', _items.Skip(from))}}],"license":"https://creativecommons.org/licenses/by/4.0/"}""")
                : Reply.Status(404);
        }
    });

    private JsonObject Series(string name, Action<JsonObject> change)
    {
        var days = Enumerable.Range(1, 7).Select(day => TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(day).AddHours(12));
        var series = new JsonObject
        {
            ["@context"] = "https://openactive.io/", ["@type"] = "SessionSeries", ["@id"] = Id(name), ["name"] = name, ["description"] = "A gentle class.",
            ["activity"] = new JsonArray(new JsonObject { ["@type"] = "Concept", ["@id"] = "https://openactive.io/activity-list#c16df6ed-a4a0-4275-a8c3-1c8cff56856f", ["prefLabel"] = "Tai Chi", ["inScheme"] = "https://openactive.io/activity-list" }),
            ["organizer"] = new JsonObject { ["@type"] = "Organization", ["name"] = "Odd Leisure", ["telephone"] = "0113 496 0123", ["email"] = "hello@odd.example", ["url"] = "https://odd.example/" },
            ["location"] = new JsonObject
            {
                ["@type"] = "Place", ["name"] = "Odd Hall", ["address"] = new JsonObject { ["@type"] = "PostalAddress", ["streetAddress"] = "1 Odd Street", ["addressLocality"] = "Leeds", ["postalCode"] = "LS1 3AD" },
                ["geo"] = new JsonObject { ["@type"] = "GeoCoordinates", ["latitude"] = 53.798, ["longitude"] = -1.549 },
            },
            ["offers"] = new JsonArray(new JsonObject { ["@type"] = "Offer", ["name"] = "Adult", ["price"] = 3.5, ["priceCurrency"] = "GBP", ["url"] = "https://odd.example/book" }),
            ["subEvent"] = new JsonArray([.. days.Select(JsonNode (day) => new JsonObject { ["@type"] = "ScheduledSession", ["startDate"] = $"{day:yyyy-MM-dd'T'HH:mm:ss'Z'}", ["endDate"] = $"{day.AddHours(1):yyyy-MM-dd'T'HH:mm:ss'Z'}" })]),
        };
        change(series);
        return series;
    }
}
