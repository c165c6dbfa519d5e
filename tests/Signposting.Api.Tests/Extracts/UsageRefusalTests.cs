using System.Net;
using Signposting.Api.Keys;
using Signposting.Store;
using Signposting.Store.Access;

namespace Signposting.Api.Tests.Extracts;

/// <summary>What is asked wrongly is answered clearly.</summary>
public sealed class UsageRefusalTests
{
    [Theory]
    [InlineData("month=2026-05", "table", "is missing")]
    [InlineData("table=by-condition", "month", "is missing")]
    [InlineData("month=2026-06&table=by-condition", "month", "is not over yet: it is published at 2026-07-01 00:10 London time")]
    [InlineData("month=2026-07&table=by-condition", "month", "is in the future")]
    [InlineData("month=2026-13&table=by-condition", "month", "must be a calendar month")]
    [InlineData("month=May&table=by-condition", "month", "must be a calendar month")]
    [InlineData("month=2026-05-01&table=by-condition", "month", "must be a calendar month")]
    [InlineData("month=0000-01&table=by-condition", "month", "must be a calendar month")]
    [InlineData("month=2026-05&month=2026-04&table=by-condition", "month", "more than once")]
    [InlineData("month=2026-05&table=by-person", "table", "must be one of by-condition")]
    [InlineData("month=2026-05&table=by-condition&icb=Leeds", "icb", "must be the ODS code")]
    [InlineData("month=2026-05&table=by-condition&condition=falls", "condition", "no such parameter")]
    public async Task A_wrong_parameter_is_named_with_its_fix(string query, string parameter, string fix)
    {
        var board = await Board.OpenAsync(StoreEngine.Sqlite);
        await using var service = board.Service;

        var problem = await board.JsonAsync($"/v1/usage?{query}", HttpStatusCode.BadRequest);

        Assert.Contains(fix, (string)problem["errors"]![parameter]![0]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_month_that_is_over_waits_ten_minutes_for_its_last_events()
    {
        var board = await Board.OpenAsync(StoreEngine.Sqlite);
        await using var service = board.Service;
        await board.RecordAsync(Board.OfMay());
        service.Time.Move(new DateTimeOffset(2026, 6, 30, 23, 5, 0, TimeSpan.Zero) - service.Time.GetUtcNow());

        var problem = await board.JsonAsync("/v1/usage?month=2026-06&table=by-condition", HttpStatusCode.BadRequest);

        Assert.Contains("is over, and is published at 2026-07-01 00:10", (string)problem["errors"]!["month"]![0]!, StringComparison.Ordinal);
        service.Time.Move(TimeSpan.FromMinutes(5));
        await board.JsonAsync("/v1/usage?month=2026-06&table=by-condition");
    }

    [Fact]
    public async Task Another_board_and_the_nation_are_refused_to_a_client_of_one_board()
    {
        var board = await Board.OpenAsync(StoreEngine.Sqlite);
        await using var service = board.Service;

        Assert.Contains("QWO", (string)(await board.JsonAsync("/v1/usage?month=2026-05&table=by-condition&icb=QYG", HttpStatusCode.Forbidden))["detail"]!, StringComparison.Ordinal);
        Assert.Contains("usage:read-national", (string)(await board.JsonAsync("/v1/usage?month=2026-05&table=by-condition&icb=national", HttpStatusCode.Forbidden))["detail"]!, StringComparison.Ordinal);
        var nation = await board.WithKeyAsync("usage:read-national");
        Assert.Contains("usage:read", (string)(await nation.JsonAsync("/v1/usage?month=2026-05&table=by-condition&icb=QWO", HttpStatusCode.Forbidden))["detail"]!, StringComparison.Ordinal);
        await (await board.WithKeyAsync("search")).JsonAsync("/v1/usage?month=2026-05&table=by-condition", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_key_without_a_board_is_told_what_it_lacks()
    {
        var board = await Board.OpenAsync(StoreEngine.Sqlite);
        await using var service = board.Service;
        var (id, text) = ApiKeyText.Make();
        await service.Store.AddApiKeyAsync(new ApiKey { Id = id, Hash = ApiKeyText.HashOf(text), Client = "Nobody's", Scopes = ["usage:read"], CreatedAt = DateTimeOffset.UnixEpoch }, CancellationToken.None);

        var problem = await new Board(service, text).JsonAsync("/v1/usage?month=2026-05&table=by-condition", HttpStatusCode.Forbidden);

        Assert.Equal("urn:signposting:problem:no-board", (string?)problem["type"]);
        Assert.Contains("--icb", (string)problem["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_month_before_there_was_anything_is_not_found_and_an_unknown_form_not_acceptable()
    {
        var board = await Board.OpenAsync(StoreEngine.Sqlite);
        await using var service = board.Service;
        await board.RecordAsync(Board.OfMay());

        await board.JsonAsync("/v1/usage?month=2026-04&table=by-condition", HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.NotAcceptable, (await board.AskAsync("/v1/usage?month=2026-05&table=by-condition", "application/geo+json")).Status);
    }
}
