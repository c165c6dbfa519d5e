using System.Text.Json.Nodes;
using Signposting.Api.Tests.Building;
using Signposting.Api.Tests.Running;

namespace Signposting.Api.Tests.Opportunities;

/// <summary>A class that an operator and an aggregator publish, as callers see it.</summary>
public sealed class TwoPublishersTests : IAsyncLifetime
{
    private static readonly string Own = Town.TaiChi.PublicId, Copied = Town.TaiChi.From("finder").PublicId;

    private TestService _service = null!;

    public async ValueTask InitializeAsync()
    {
        _service = await TestService.StartAsync();
        await (await Publisher.RegisterAsync(_service.Store)).PublishAsync(Town.TaiChi, Town.Bare);
        await (await Publisher.RegisterAsync(_service.Store, "finder")).PublishAsync(Town.TaiChi.From("finder"));
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task It_is_one_item_that_names_both_and_both_are_attributed()
    {
        var answer = await _service.JsonAsync($"/v1/opportunities?{Town.Centre}");

        Assert.Equal([Own, Town.Bare.PublicId], Texts(answer["items"]!, "id"));
        Assert.Equal(["https://leisure.test/openactive", "https://finder.test/openactive"], Texts(answer["items"]![0]!["provenance"]!, "dataset"));
        Assert.Equal([Own, Copied], Texts(answer["items"]![0]!["provenance"]!, "id"));
        Assert.Equal(["The leisure trust", "The finder trust"], Texts(answer["attribution"]!, "publisher"));
        Assert.Null(answer["items"]![1]!["provenance"]![0]!["id"]);
    }

    [Fact]
    public async Task Detail_sessions_calendar_and_status_answer_to_both_ids()
    {
        foreach (var id in new[] { Own, Copied })
        {
            var item = await _service.JsonAsync($"/v1/opportunities/{id}");
            Assert.Equal((Own, $"/v1/opportunities/{Own}"), ((string?)item["id"], (string?)item["links"]!["self"]));
            Assert.Equal(2, item["attribution"]!.AsArray().Count);
            Assert.Equal(2, (await _service.JsonAsync($"/v1/opportunities/{id}/sessions"))["items"]!.AsArray().Count);
            using var calendar = await _service.GetAsync($"/v1/opportunities/{id}/calendar");
            var text = await calendar.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Contains("finder.test", text.ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }

        var status = await _service.JsonAsync($"/v1/opportunities/status?id={Copied}&id={Own}");
        Assert.Equal([Copied, Own], Texts(status["items"]!, "id"));
        Assert.Equal(["current", "current"], Texts(status["items"]!, "status"));
    }

    [Fact]
    public async Task A_table_names_both()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/opportunities?{Town.Centre}");
        request.Headers.Accept.ParseAdd("text/csv");
        using var response = await _service.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Contains("The leisure trust; The finder trust", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static IEnumerable<string?> Texts(JsonNode array, string name) => array.AsArray().Select(item => (string?)item![name]);
}
