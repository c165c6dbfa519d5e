using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Signposting.Api.Tests.Recorded;
using Signposting.Api.Tests.Running;
using Signposting.Store;
using Signposting.Store.Usage;

namespace Signposting.Api.Tests.Extracts;

/// <summary>What an analyst reads of a month.</summary>
public sealed class UsageTableTests
{
    private static readonly string[] Tables =
        ["by-condition", "by-area", "by-deprivation", "by-activity", "by-provider", "by-channel", "by-condition-and-deprivation", "unmet-demand", "adjustments"];

    [Theory, EachEngine]
    public async Task Contacts_are_counted_rounded_and_small_counts_suppressed(StoreEngine engine)
    {
        var board = await Board.OpenAsync(engine);
        await using var service = board.Service;
        await board.RecordAsync(Board.OfMay());

        var answer = await board.TableAsync("by-condition");

        Assert.Equal(("2026-05", "by-condition", "QWO", "LSOA 2021, ICB 2024, IMD 2025"), ((string?)answer["month"], (string?)answer["table"], (string?)answer["icb"], (string?)answer["vintage"]));
        Assert.Contains("1-7", (string?)answer["rule"], StringComparison.Ordinal);
        Assert.Contains("Office for National Statistics", (string?)answer["attribution"], StringComparison.Ordinal);
        Assert.Equal("""[{"condition":"copd","contacts":15,"searches":"*","signposts":15},{"condition":"falls","contacts":35,"searches":"*","signposts":35}]""", answer["rows"]!.ToJsonString());
    }

    [Theory, EachEngine]
    public async Task An_event_repeated_within_a_contact_counts_the_contact_once(StoreEngine engine)
    {
        var board = await Board.OpenAsync(engine);
        await using var service = board.Service;
        await board.RecordAsync(Enumerable.Range(0, 20).SelectMany(contact => Enumerable.Range(0, 3).Select(again => Board.Signpost(contact) with { Id = null, Part = (PartOfDay)(again + 1) })));

        Assert.Equal("""[{"condition":"falls","contacts":20,"searches":0,"signposts":60}]""", (await board.TableAsync("by-condition"))["rows"]!.ToJsonString());
    }

    [Theory, EachEngine]
    public async Task The_table_as_CSV_has_a_byte_order_mark_and_no_cell_that_a_spreadsheet_would_run(StoreEngine engine)
    {
        var board = await Board.OpenAsync(engine);
        await using var service = board.Service;
        await board.RecordAsync(Enumerable.Range(0, 40).Select(number => Board.Signpost(number) with { Provider = number < 20 ? "=1+1" : "Leisure, \"Ltd\"\r\n", Id = null }));

        var (status, body, type) = await board.AskAsync("/v1/usage?month=2026-05&table=by-provider", "text/csv");

        Assert.Equal((HttpStatusCode.OK, "text/csv"), (status, type));
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), body[..3]);
        var lines = Encoding.UTF8.GetString(body[3..]);
        Assert.StartsWith("month,icb,provider,contacts,searches,signposts,vintage,rule,attribution\r\n2026-05,QWO,'=1+1,20,0,20,\"LSOA 2021", lines, StringComparison.Ordinal);
        Assert.Contains("\"Leisure, \"\"Ltd\"\"\r\n\",20,0,20,", lines, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task A_month_is_fixed_once_published_and_late_events_are_an_adjustment_of_the_next(StoreEngine engine)
    {
        var board = await Board.OpenAsync(engine);
        await using var service = board.Service;
        await board.RecordAsync(Board.OfMay());
        var before = await AllAsync(board, "2026-05");

        await board.RecordAsync(Enumerable.Range(100, 12).Select(Board.Signpost));

        Assert.Equal(before, await AllAsync(board, "2026-05"));
        board.Service.Time.Move(TimeSpan.FromDays(30));
        Assert.Equal("""[{"adjusts":"2026-05","contacts":10,"searches":0,"signposts":10}]""", (await board.TableAsync("adjustments", "2026-06"))["rows"]!.ToJsonString());
        Assert.Equal(before, await AllAsync(board, "2026-05"));
        board.Service.Time.Move(TimeSpan.FromDays(30));
        Assert.Empty((await board.TableAsync("adjustments", "2026-07"))["rows"]!.AsArray());
    }

    [Theory, EachEngine]
    public async Task Boards_see_their_own_contacts_and_the_nation_all(StoreEngine engine)
    {
        var board = await Board.OpenAsync(engine);
        await using var service = board.Service;
        await board.RecordAsync([.. Enumerable.Range(0, 20).Select(Board.Signpost), .. Enumerable.Range(50, 30).Select(number => Board.Signpost(number) with { Area = UsageArea.NotKnown("QYG") }), .. Enumerable.Range(90, 10).Select(number => Board.Signpost(number) with { Area = UsageArea.NotKnown(null) })]);
        var nation = await board.WithKeyAsync("usage:read-national");

        Assert.Equal(20, (int)(await board.TableAsync("by-condition"))["rows"]![0]!["contacts"]!);
        var rows = (await nation.TableAsync("by-area"))["rows"]!.AsArray();
        Assert.Equal(
            [("icb", "QWO", 20), ("icb", "QYG", 30), ("not-known", "not-known", 10)],
            rows.Select(row => ((string)row!["level"]!, (string)row["area"]!, (int)row["contacts"]!)));
    }

    [Theory, EachEngine]
    public async Task Events_older_than_they_are_kept_are_deleted_and_their_tables_stay(StoreEngine engine)
    {
        using var folder = new TestFolder();
        var board = await Board.OpenAsync(engine, "--Usage:KeepDays", "62", "--Usage:ExtractsFolder", folder.Path);
        await using var service = board.Service;
        await board.RecordAsync(Board.OfMay());
        var before = await AllAsync(board, "2026-05");
        var work = service.Get<IEnumerable<Microsoft.Extensions.Hosting.IHostedService>>().OfType<Signposting.Api.Extracts.MonthlyWork>().Single();

        service.Time.Move(TimeSpan.FromDays(20));
        await work.DoAsync(service.Store, CancellationToken.None);
        Assert.Equal(45, (await service.Store.ReadUsageAsync(Board.May, CancellationToken.None)).Count);
        service.Time.Move(TimeSpan.FromDays(20));
        await work.DoAsync(service.Store, CancellationToken.None);

        Assert.Empty(await service.Store.ReadUsageAsync(Board.May, CancellationToken.None));
        Assert.Equal(before, await AllAsync(board, "2026-05"));
    }

    [Fact]
    public async Task The_month_in_progress_is_shown_only_where_the_operator_says_so()
    {
        var board = await Board.OpenAsync(StoreEngine.Sqlite, "--Usage:PublishMonthInProgress", "true");
        await using var service = board.Service;
        await board.RecordAsync(Enumerable.Range(0, 20).Select(number => Board.Signpost(number) with { Day = new DateOnly(2026, 6, 9) }));

        var answer = await board.TableAsync("by-condition", "2026-06");

        Assert.Equal((true, 20), ((bool)answer["inProgress"]!, (int)answer["rows"]![0]!["contacts"]!));
        await board.RecordAsync(Enumerable.Range(50, 20).Select(number => Board.Signpost(number) with { Day = new DateOnly(2026, 6, 9) }));
        Assert.Equal(40, (int)(await board.TableAsync("by-condition", "2026-06"))["rows"]![0]!["contacts"]!);
    }

    private static async Task<List<string>> AllAsync(Board board, string month)
    {
        var all = new List<string>();
        foreach (var table in Tables)
        {
            foreach (var type in (string[])["application/json", "text/csv"])
                all.Add(Encoding.UTF8.GetString((await board.AskAsync($"/v1/usage?month={month}&table={table}", type)).Body));
        }

        return all;
    }
}
