using System.Text.Json;
using Feeds.Sample.Command;

namespace Feeds.Sample.Tests;

/// <summary>A publisher on a free port and a client that reads it as a harvester would.</summary>
internal sealed class SampleReader : IAsyncDisposable
{
    public static readonly string[] Feeds = ["session-series", "scheduled-sessions", "facility-uses", "slots", "course-instances", "events", "on-demand-events"];

    public static readonly DateOnly Day = new(2026, 11, 22);

    private readonly SamplePublisher _publisher;

    private SampleReader(SamplePublisher publisher) => _publisher = publisher;

    public HttpClient Http { get; } = new();

    public SamplePublisher Publisher => _publisher;

    public string Address => _publisher.Address;

    public static async Task<SampleReader> StartAsync(int opportunities = 300, long seed = 1, int pageSize = 100, bool renderFirst = false, int sessions = 10, bool odd = false, int changesPerSecond = 0, int aggregated = 0) =>
        new(await SamplePublisher.StartAsync(
            new SampleOptions { Url = new("http://127.0.0.1:0"), Opportunities = opportunities, SessionsPerOpportunity = sessions, Seed = seed, PageSize = pageSize, Today = Day, RenderFirst = renderFirst, Odd = odd, ChangesPerSecond = changesPerSecond, Aggregated = aggregated },
            TimeProvider.System));

    public Task<string> TextAsync(string path) => Http.GetStringAsync(new Uri(new Uri(Address), path));

    public async Task<JsonElement> JsonAsync(string path)
    {
        using var document = JsonDocument.Parse(await TextAsync(path));
        return document.RootElement.Clone();
    }

    /// <summary>The pages of a feed from its first to its last, by following <c>next</c>.</summary>
    public async Task<List<(string Url, JsonElement Page)>> PagesAsync(string feed)
    {
        var pages = new List<(string Url, JsonElement Page)>();
        var url = $"{Address}/feeds/{feed}";
        while (true)
        {
            var page = await JsonAsync(url);
            pages.Add((url, page));
            var next = page.GetProperty("next").GetString()!;
            if (next == url || pages.Count > 10_000)
            {
                return pages;
            }

            url = next;
        }
    }

    public async Task<List<JsonElement>> ItemsAsync(string feed) =>
        [.. (await PagesAsync(feed)).SelectMany(page => page.Page.GetProperty("items").EnumerateArray())];

    /// <summary>The <c>data</c> of every live item.</summary>
    public async Task<List<JsonElement>> DataAsync(string feed) =>
        [.. (await ItemsAsync(feed)).Where(item => item.GetProperty("state").GetString() == "updated").Select(item => item.GetProperty("data"))];

    public ValueTask DisposeAsync()
    {
        Http.Dispose();
        return _publisher.DisposeAsync();
    }
}
