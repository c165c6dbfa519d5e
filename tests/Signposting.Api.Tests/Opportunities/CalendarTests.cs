using System.Net;
using System.Text;
using Signposting.Api.Opportunities;
using Signposting.Api.Tests.Building;
using Signposting.Api.Tests.Running;

namespace Signposting.Api.Tests.Opportunities;

public sealed class CalendarTests(TownService town)
{
    private readonly TestService _service = town.Service;

    [Fact]
    public async Task Each_session_is_an_event_in_UTC_with_an_id_of_its_own()
    {
        var lines = await LinesAsync(_service, Town.TaiChi);

        Assert.Equal("BEGIN:VCALENDAR", lines[0]);
        Assert.Equal("END:VCALENDAR", lines[^1]);
        Assert.Contains("VERSION:2.0", lines);
        Assert.Equal(["DTSTART:20260616T090000Z", "DTSTART:20260623T090000Z"], lines.Where(line => line.StartsWith("DTSTART:2026", StringComparison.Ordinal)));
        Assert.Contains("DTEND:20260616T100000Z", lines);
        Assert.Equal(2, lines.Count(line => line == "DTSTAMP:20260610T090000Z"));
        Assert.Equal(2, lines.Where(line => line.StartsWith("UID:", StringComparison.Ordinal)).Distinct().Count());
        Assert.Contains("LOCATION:Test Centre\\, 1 Test Street\\, Leeds\\, LS1 3AD", lines);
        Assert.Contains("GEO:53.805;-1.55", lines);
        Assert.Contains(lines, line => line.StartsWith("DESCRIPTION:Slow movements.", StringComparison.Ordinal) && line.Contains("creativecommons.org", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_cancelled_session_says_so_in_its_status_and_its_title()
    {
        var lines = await LinesAsync(_service, Town.TaiChi);

        Assert.Equal(["STATUS:CONFIRMED", "STATUS:CANCELLED"], lines.Where(line => line.StartsWith("STATUS:", StringComparison.Ordinal)));
        Assert.Contains("SUMMARY:Cancelled: Tai Chi for balance", lines);
    }

    [Fact]
    public async Task The_same_session_keeps_its_id_when_its_record_changes()
    {
        await using var service = await TestService.StartAsync();
        var publisher = await Publisher.RegisterAsync(service.Store);
        await publisher.PublishAsync(Town.TaiChi);
        var before = Ids(await LinesAsync(service, Town.TaiChi));

        await publisher.CommitAsync([Town.TaiChi.With(description => description with { Name = "Tai Chi" }).ToItem(modified: 2)]);

        var after = await LinesAsync(service, Town.TaiChi);
        Assert.Contains("SUMMARY:Tai Chi", after);
        Assert.Equal(before, Ids(after));
    }

    [Fact]
    public async Task Without_sessions_it_is_a_valid_calendar_without_events()
    {
        var lines = await LinesAsync(_service, Town.Timeless);

        Assert.DoesNotContain("BEGIN:VEVENT", lines);
        Assert.Contains("BEGIN:VTIMEZONE", lines);
    }

    [Fact]
    public async Task Who_holds_it_already_gets_304()
    {
        var address = $"/v1/opportunities/{Town.TaiChi.PublicId}/calendar";
        using var first = await _service.GetAsync(address);
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await _service.Http.SendAsync(again, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task What_a_publisher_writes_cannot_begin_a_line_of_its_own()
    {
        await using var service = await TestService.StartAsync();
        var hostile = Town.TaiChi.With(description => description with
        {
            Name = "Tai Chi\r\nATTENDEE:mailto:x@hostile.test\u0007; a, b \\ c",
            Url = "https://leisure.test/\r\nATTACH:https://hostile.test",
        });
        await (await Publisher.RegisterAsync(service.Store)).PublishAsync(hostile);

        var lines = await LinesAsync(service, hostile);

        Assert.DoesNotContain(lines, line => line.StartsWith("ATT", StringComparison.Ordinal));
        Assert.Contains("SUMMARY:Tai Chi\\nATTENDEE:mailto:x@hostile.test\\; a\\, b \\\\ c", lines);
    }

    [Theory]
    [InlineData("a", 200)]
    [InlineData("é", 200)]
    [InlineData("€", 100)]
    [InlineData("🏊", 100)]
    [InlineData("a🏊", 60)]
    public void No_line_is_longer_than_75_octets_and_no_character_is_cut(string letter, int times)
    {
        var text = string.Concat(Enumerable.Repeat(letter, times));
        var calendar = new CalendarText();
        calendar.Text("SUMMARY", text);

        var written = calendar.ToString();

        Assert.All(written.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Equal($"SUMMARY:{text}\r\n", written.Replace("\r\n ", "", StringComparison.Ordinal));
    }

    private static string[] Ids(string[] lines) => [.. lines.Where(line => line.StartsWith("UID:", StringComparison.Ordinal))];

    private static async Task<string[]> LinesAsync(TestService service, Listing listing)
    {
        using var response = await service.GetAsync($"/v1/opportunities/{listing.PublicId}/calendar");
        Assert.Equal("text/calendar; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
        return text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }
}
