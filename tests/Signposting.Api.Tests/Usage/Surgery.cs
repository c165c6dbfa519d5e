using System.Text;
using System.Text.Json.Nodes;
using Signposting.Api.Tests.Access;
using Signposting.Api.Tests.Building;
using Signposting.Api.Tests.Running;
using Signposting.Store;
using Signposting.Store.Areas;
using Signposting.Store.Opportunities;
using Signposting.Store.Places;
using Signposting.Store.Usage;

namespace Signposting.Api.Tests.Usage;

/// <summary>A service with the <see cref="Town"/>, a postcode directory and areas, and a clinical system with a key that calls it.</summary>
internal sealed class Surgery(TestService service, string key)
{
    /// <summary>556 m from <see cref="Town.TaiChi"/>; in an area.</summary>
    public const string Postcode = "LS1 3AD";

    /// <summary>In the directory, with coordinates, outside of all areas.</summary>
    public const string PostcodeWithoutArea = "LS1 4AA";

    public static readonly DateOnly Day = new(2026, 6, 10);

    public static readonly UsageArea Area = new() { Msoa = "E02006875", SubIcb = "15F", Icb = "QWO", ImdDecile = 3, Vintage = new UsageVintage(2021, 2024, 2025) };

    public TestService Service => service;

    public static async Task<Surgery> OpenAsync(TestService service, params Postcode[] more)
    {
        await FillAsync(service.Store, more);
        return await WithKeyAsync(service);
    }

    /// <summary>Without a postcode directory.</summary>
    public static async Task<Surgery> OpenRemoteAsync(TestService service)
    {
        await PublishAsync(service.Store, "E02006875");
        return await WithKeyAsync(service);
    }

    public static async Task FillAsync(SpatialStore store, params Postcode[] more)
    {
        var point = new GeoPoint(53.8, -1.55);
        Postcode[] directory = [new(Postcode, point, null) { Lsoa = "E01033010", Msoa = "E02006875" }, new(PostcodeWithoutArea, point, null), .. more];
        await store.ImportPostcodesAsync(directory.ToAsyncEnumerable(), "test", TestContext.Current.CancellationToken);
        await PublishAsync(store, null);
    }

    private static async Task<Surgery> WithKeyAsync(TestService service) => new(service, await service.Store.AddKeyAsync("search", "signpost"));

    /// <param name="msoa">Of the area, when no directory says it.</param>
    private static async Task PublishAsync(SpatialStore store, string? msoa)
    {
        await (await Publisher.RegisterAsync(store)).PublishAsync(Town.All);
        await store.ImportAreasAsync(
            [new Area { Lsoa = "E01033010", Msoa = msoa, ImdDecile = 3, SubIcb = new HealthBody("E38000225", "15F", "Sub-ICB"), Icb = new HealthBody("E54000054", "QWO", "West Yorkshire") }],
            new AreaVintage { LsoaYear = 2021, IcbYear = 2024, ImdYear = 2025, Source = "test", ImportedAt = DateTimeOffset.UnixEpoch },
            TestContext.Current.CancellationToken);
    }

    public static JsonObject Signpost(string? postcode = Postcode, params string[] conditions)
    {
        var body = new JsonObject { ["opportunityId"] = Town.TaiChi.PublicId, ["conditions"] = new JsonArray([.. conditions.Select(one => JsonValue.Create(one))]), ["channel"] = "rest" };
        if (postcode is not null)
            body["postcode"] = postcode;
        return body;
    }

    public async Task<(int Status, JsonNode Answer)> PostAsync(string path, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        return await SendAsync(request);
    }

    public Task<(int Status, JsonNode Answer)> SignpostAsync(JsonObject body) => PostAsync("/v1/signposts", body.ToJsonString());

    public async Task<(int Status, JsonNode Answer)> GetAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await SendAsync(request);
    }

    /// <summary>The events of the day, as soon as there are so many.</summary>
    public async Task<IReadOnlyList<UsageEvent>> EventsAsync(int count)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        end.CancelAfter(TimeSpan.FromMinutes(1));
        while (true)
        {
            if (await service.Store.ReadUsageAsync(Day, end.Token) is { } events && events.Count >= count)
                return events;
            await pause.WaitForNextTickAsync(end.Token);
        }
    }

    private async Task<(int Status, JsonNode Answer)> SendAsync(HttpRequestMessage request)
    {
        request.Headers.Add("X-Api-Key", key);
        using var response = await service.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!);
    }
}
