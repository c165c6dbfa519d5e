using System.Globalization;
using Feeds.Harvester.Tests.Support;

namespace Signposting.Api.Tests.Broken;

/// <summary>A publisher of walks in one park, whose feed the test makes longer.</summary>
internal sealed class Walks : IAsyncDisposable
{
    public const string Search = "/v1/opportunities?lat=53.8&lon=-1.55&limit=100";

    private readonly ScriptedServer _server = ScriptedServer.Start();
    private int _pages;
    private int _items;

    public Walks() => _server.On("/feed?p=0", Page("/feed?p=0"));

    /// <summary>Settings that make a service or a harvester read it, every second.</summary>
    public string[] Settings => ["--Feeds:Sources:0", _server.Url("/feed?p=0"), "--Feeds:TrustedOrigins:0", _server.Origin, "--Feeds:PollSeconds", "1"];

    /// <summary>Adds a page of walks whose descriptions no engine can compress.</summary>
    public void Add(int walks, int characters = 20)
    {
        var (from, to) = ($"/feed?p={_pages}", $"/feed?p={++_pages}");
        _server.On(to, Page(to));
        _server.On(from, Page(to, [.. Enumerable.Range(_items, walks).Select(id => Walk(id, characters))]));
        _items += walks;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private Reply Page(string next, params string[] items) => Reply.Json(RpdeText.Page(_server.Url(next), items));

    private static string Walk(int id, int characters)
    {
        var start = DateTimeOffset.UtcNow.Date.AddDays(2).AddHours(10).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return RpdeText.Updated($"\"{id}\"", "1", $$"""
            {"@context":"https://openactive.io/","@type":"SessionSeries","@id":"https://walks.test/{{id}}","name":"Walk {{id}}","description":"{{Noise(id, characters)}}",
             "organizer":{"@type":"Organization","name":"Walkers"},
             "location":{"@type":"Place","name":"Park","geo":{"@type":"GeoCoordinates","latitude":53.8,"longitude":-1.55} },
             "subEvent":[{"@type":"ScheduledSession","startDate":"{{start}}"} ] }
            """);
    }

    private static string Noise(int seed, int characters)
    {
        var bytes = new byte[characters * 3 / 4];
        new Random(seed).NextBytes(bytes);
        return Convert.ToBase64String(bytes);
    }
}
