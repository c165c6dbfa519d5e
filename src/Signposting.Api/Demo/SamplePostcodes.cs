using Feeds.Harvester.Postcodes;
using Signposting.Store;

namespace Signposting.Api.Demo;

/// <summary>The sample publisher's own postcode table, with made-up areas: the demo needs no directory and asks nobody.</summary>
internal static class SamplePostcodes
{
    /// <returns>How many were imported.</returns>
    public static async Task<long> ImportAsync(string address, SpatialStore store, CancellationToken cancel)
    {
        var path = Path.Combine(Path.GetTempPath(), $"signposting-demo-{Guid.NewGuid():n}.csv");
        try
        {
            await DownloadAsync($"{address}/postcodes.csv", path, cancel);
            using var file = PostcodeFile.Open(path);
            return await store.ImportPostcodesAsync(file.ReadAsync(cancel).Select(DemoAreas.Placed), "sample publisher (made up)", cancel);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task DownloadAsync(string url, string path, CancellationToken cancel)
    {
        using var http = new HttpClient();
        await using var body = await http.GetStreamAsync(new Uri(url), cancel);
        await using var file = File.Create(path);
        await body.CopyToAsync(file, cancel);
    }
}
