using System.Globalization;
using System.Text.Json;
using Signposting.Benchmarks.Filling;
using Signposting.Benchmarks.Programs;

namespace Signposting.Benchmarks.Searching;

/// <summary>
/// <c>GET /v1/opportunities</c> end to end under wrk, on the same cores as the API: random places in England,
/// 20 results, one radius after the other.
/// </summary>
internal static class SearchBenchmark
{
    /// <summary>What else is asked, each with its radius in km: conditions, filters, and an activity that hardly anybody offers.</summary>
    private static readonly (string Name, string Radius, string More)[] Asked =
    [
        ("best", "5", "sort=best"),
        ("conditions", "5", "condition=falls&condition=osteoarthritis&condition=hypertension"),
        ("filters", "5", "age=70&gender=female&maxPrice=6&day=tue&accessibility=physical"),
        ("both", "5", "condition=falls&condition=hypertension&age=70&gender=female&maxPrice=6&day=tue&accessibility=physical"),
        ("rare", "50", "activity=Boccia"),
    ];

    public static async Task RunAsync(BenchmarkOptions options, CancellationToken cancel)
    {
        var programs = await BuiltPrograms.BuildAsync(cancel);
        var stores = await FillAsync(programs, options, cancel);
        Console.WriteLine("\n            radius km    p50 ms    p99 ms    max ms   requests/s   errors   items/answer");
        foreach (var store in stores)
            await MeasureAsync(programs, store, options, cancel);
    }

    private static async Task<IReadOnlyList<StoreUnderTest>> FillAsync(BuiltPrograms programs, BenchmarkOptions options, CancellationToken cancel)
    {
        var (publisher, datasetSite) = await programs.StartPublisherAsync(options.Number("opportunities", 300_000), options.Number("sessions", 10), cancel);
        await using (publisher)
        {
            var stores = await StoreUnderTest.EmptyAsync(options.Words("engines", "sqlite,postgis"), programs.Folder, "search", cancel);
            foreach (var store in stores)
            {
                var run = await programs.HarvestAsync(datasetSite, store.Settings, cancel);
                var bytes = await store.MeasureBytesAsync(cancel);
                var items = (await store.CountItemsAsync(cancel)).Values.Sum();
                Console.WriteLine($"{store.Name}: {items:N0} items harvested in {run.Elapsed.TotalSeconds:N0} s, peak {run.PeakBytes / 1048576.0:N0} MB, {bytes / 1048576.0:N0} MB on disk");
            }

            return stores;
        }
    }

    private static async Task MeasureAsync(BuiltPrograms programs, StoreUnderTest store, BenchmarkOptions options, CancellationToken cancel)
    {
        var settings = new Dictionary<string, string>(store.Settings)
        {
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            ["Logging__LogLevel__Microsoft.AspNetCore"] = "Warning",
            ["Access__AnonymousPerMinute"] = "0",
            ["Postcodes__Remote"] = "false",
        };
        var (api, address) = await programs.StartApiAsync(settings, cancel);
        await using (api)
        {
            // Compiled code and warm pages first: the numbers are of a service that has been up for a while.
            await WrkAsync(programs, address, "5", options.Number("warm-up", 10), cancel);
            foreach (var radius in options.Words("radius", "1,5,20"))
            {
                var result = await WrkAsync(programs, address, radius, options.Number("seconds", 20), cancel);
                var items = await ItemsPerAnswerAsync(address, radius, cancel);
                Console.WriteLine($"{store.Name,-10}{radius,11}{result.P50,10:F1}{result.P99,10:F1}{result.Max,10:F1}{result.RequestsPerSecond,13:N0}{result.Errors,9}{items,15:F1}");
            }

            // The rules read every record once, in the background: a search waits for it only in the first minutes.
            await Task.Delay(TimeSpan.FromSeconds(options.Number("settle", 90)), cancel);
            foreach (var (name, radius, more) in Asked)
            {
                await WrkAsync(programs, address, radius, 3, cancel, more);
                var result = await WrkAsync(programs, address, radius, options.Number("seconds", 20), cancel, more);
                Console.WriteLine($"{store.Name,-10}{name,11}{result.P50,10:F1}{result.P99,10:F1}{result.Max,10:F1}{result.RequestsPerSecond,13:N0}{result.Errors,9}");
            }

            Console.WriteLine($"{store.Name,-10}peak memory of the API: {api.PeakBytes() / 1048576.0:N0} MB");
        }
    }

    private static async Task<WrkResult> WrkAsync(BuiltPrograms programs, Uri address, string radius, int seconds, CancellationToken cancel, string more = "")
    {
        var script = Path.Combine(programs.Repository, "tests", "Signposting.Benchmarks", "Searching", "places.lua");
        var run = await ChildProgram.RunAsync("wrk", ["-t2", "-c8", $"-d{seconds}s", "-s", script, address.AbsoluteUri, "--", radius, more], null, cancel);
        var line = run.Output.Split('\n').Last(line => line.StartsWith('{'));
        return JsonSerializer.Deserialize<WrkResult>(line, JsonSerializerOptions.Web)!;
    }

    // Fast answers that are empty would prove nothing.
    private static async Task<double> ItemsPerAnswerAsync(Uri address, string radius, CancellationToken cancel)
    {
        using var http = new HttpClient { BaseAddress = address };
        var random = new Random(1);
        var items = 0;
        const int answers = 50;
        for (var i = 0; i < answers; i++)
        {
            var (lat, lon) = (51.4 + (random.NextDouble() * 0.2), -0.3 + (random.NextDouble() * 0.4));
            var query = string.Create(CultureInfo.InvariantCulture, $"/v1/opportunities?lat={lat:F4}&lon={lon:F4}&radius={radius}&limit=20");
            using var json = JsonDocument.Parse(await http.GetStreamAsync(new Uri(query, UriKind.Relative), cancel));
            items += json.RootElement.GetProperty("items").GetArrayLength();
        }

        return (double)items / answers;
    }

    /// <summary>What places.lua prints at the end; times in milliseconds.</summary>
    private sealed record WrkResult(double P50, double P99, double Max, double RequestsPerSecond, long Errors);
}
