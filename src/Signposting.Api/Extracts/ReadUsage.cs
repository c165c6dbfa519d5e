using Signposting.Api.Access;
using Signposting.Api.Hosting;
using Signposting.Api.Opportunities;
using Signposting.Api.Problems;

namespace Signposting.Api.Extracts;

/// <summary><c>GET /v1/usage</c>: one table of a month.</summary>
internal sealed class ReadUsage(StoreAccess store, MonthPublisher publisher, ExtractSettings settings, TimeProvider time)
{
    public const string Formats = $"{AnswerFormats.Json}, {AnswerFormats.Csv}";

    public async Task<IResult> AnswerAsync(HttpContext http)
    {
        var errors = new ParameterErrors();
        var sent = SentParameters.FromQuery(http.Request.QueryString.Value, UsageParameters.OfTable, errors);
        var (month, table, whose) = (UsageParameters.ReadMonth(sent, errors, time, settings.PublishMonthInProgress), UsageParameters.ReadTable(sent, errors), UsageParameters.ReadIcb(sent, errors));
        if (errors.Any)
            return errors.ToProblem();
        if (UsageAccess.Decide(http.Caller(), whose!, out var icb) is { } refusal)
            return refusal;
        var format = AnswerFormats.Choose(http.Request);
        if (format is not (AnswerFormat.Json or AnswerFormat.Csv))
            return Refusals.NotAcceptable(Formats);
        var inProgress = month!.Value.First > Month.LastPublishable(time).First;
        if (await ReadAsync(month.Value, icb, inProgress, http.RequestAborted) is not { } report)
            return ExtractRefusals.NothingRecorded(month.Value);
        http.Response.Headers.CacheControl = "no-store";
        var shape = TableShape.Of(table!);
        return format == AnswerFormat.Csv
            ? Results.Stream(body => UsageCsv.WriteAsync(body, report, shape, http.RequestAborted), UsageCsv.ContentType)
            : TypedResults.Json(UsageAnswer.Of(report, shape, shape.RowsOf(report)), ApiJson.Answers.UsageAnswer);
    }

    private async Task<MonthReport?> ReadAsync(Month month, string? icb, bool inProgress, CancellationToken cancel)
    {
        if (inProgress)
            return await publisher.PreviewAsync(store.Store, month, icb, withOffers: false, cancel);
        if (!await publisher.EnsureAsync(store.Store, month, cancel))
            return null;
        return await MonthPublisher.ReadAsync(store.Store, month, icb, cancel) ?? publisher.Empty(month, icb);
    }
}
