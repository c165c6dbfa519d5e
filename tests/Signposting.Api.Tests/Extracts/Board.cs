using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Signposting.Api.Tests.Access;
using Signposting.Api.Tests.Running;
using Signposting.Store;
using Signposting.Store.Usage;

namespace Signposting.Api.Tests.Extracts;

/// <summary>A service with made-up usage of May 2026, and an analyst of the board QWO who reads it in June.</summary>
internal sealed class Board(TestService service, string key)
{
    public static readonly DateTimeOffset Now = new(2026, 6, 10, 9, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly May = new(2026, 5, 4);
    private static readonly UsageVintage Vintage = new(2021, 2024, 2025);

    public TestService Service => service;

    public static async Task<Board> OpenAsync(StoreEngine engine, params string[] settings)
    {
        var service = await TestService.StartAsync(engine, Now, settings);
        return new Board(service, await service.Store.AddKeyAsync("usage:read"));
    }

    public async Task<Board> WithKeyAsync(params string[] scopes) => new(service, await service.Store.AddKeyAsync(scopes));

    /// <summary>30 contacts with falls, 12 with copd and 3 with both; five of them live nobody knows where.</summary>
    public static IEnumerable<UsageEvent> OfMay() => Enumerable.Range(0, 45).Select(number => Signpost(number) with
    {
        Conditions = number < 30 ? ["falls"] : number < 42 ? ["copd"] : ["copd", "falls"],
        Area = number % 9 == 8 ? UsageArea.NotKnown("QWO") : Area(number % 2 == 0 ? "15F" : "03R", 1 + (number % 3)),
        Provider = number < 40 ? "Example Leisure" : "=cmd|' /C calc'!A0",
    });

    public static UsageEvent Signpost(int contact) => new()
    {
        Id = $"sp_{contact:0000000000000000}", Day = May, Part = PartOfDay.Morning, Client = "Surgery", Kind = UsageKind.Signpost, Channel = UsageChannel.Rest,
        Conditions = ["falls"], Activities = ["https://openactive.io/activity-list#c16df6ed-a4a0-4275-a8c3-1c8cff56856f"], Opportunity = "op_7h2kq0v9d3mzt5x8", Provider = "Example Leisure",
        Area = Area("15F", 1), Contact = [.. BitConverter.GetBytes(contact), .. new byte[12]],
    };

    private static UsageArea Area(string subIcb, int decile) => new() { Icb = "QWO", SubIcb = subIcb, Msoa = $"E0200687{decile}", ImdDecile = decile, Vintage = Vintage };

    public Task RecordAsync(IEnumerable<UsageEvent> events) => service.Store.RecordUsageAsync([.. events], durable: true, CancellationToken.None);

    public async Task<(HttpStatusCode Status, byte[] Body, string? Type)> AskAsync(string path, string accept = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-Api-Key", key);
        request.Headers.Add("Accept", accept);
        using var response = await service.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), response.Content.Headers.ContentType?.MediaType);
    }

    public async Task<JsonNode> JsonAsync(string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        var (answered, body, _) = await AskAsync(path);
        var text = Encoding.UTF8.GetString(body);
        Assert.True(answered == status, $"{path}: {answered} {text}");
        return JsonNode.Parse(text)!;
    }

    public Task<JsonNode> TableAsync(string table, string month = "2026-05") => JsonAsync($"/v1/usage?month={month}&table={table}");
}
