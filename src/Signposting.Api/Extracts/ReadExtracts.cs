using Signposting.Api.Access;
using Signposting.Api.Hosting;
using Signposting.Store.Usage;

namespace Signposting.Api.Extracts;

/// <summary><c>GET /v1/extracts</c> and <c>/v1/extracts/{id}</c>.</summary>
internal sealed class ReadExtracts(StoreAccess store, PackageStore packages, MonthPublisher publisher, ExtractSettings settings, DataOrigin origin, TimeProvider time, ILogger<ReadExtracts> log)
{
    private const int RetrySeconds = 600;

    public async Task<IResult> ListAsync(HttpContext http)
    {
        if (UsageAccess.Decide(http.Caller(), new Whose.NotSaid(), out var own) is { } refusal)
            return refusal;
        var months = (await store.Store.ListUsageMonthsAsync(http.RequestAborted)).Reverse().ToList();
        // With both scopes, both.
        string?[] whose = own is not null && http.Caller().Scopes.Contains(Scopes.UsageReadNational) ? [own, null] : [own];
        var items = settings.PublishMonthInProgress ? Month.InProgress(time).SelectMany(month => whose.Select(icb => Of(month, null, icb))).ToList() : [];
        foreach (var month in months)
        {
            var published = await store.Store.ListUsagePublicationsAsync(month.Month, http.RequestAborted);
            items.AddRange(whose.Where(icb => published.Contains(icb)).Select(icb => Of(new Month(month.Month), month.PublishedAt, icb)));
        }

        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(new ExtractsAnswer { Items = items, Demo = origin.Demo }, ApiJson.Answers.ExtractsAnswer);
    }

    public async Task<IResult> DownloadAsync(HttpContext http, string id)
    {
        if (PackageStore.Read(id) is not { } asked)
            return ExtractRefusals.NoPackage();
        if (UsageAccess.Decide(http.Caller(), asked.Whose, out var icb) is { } refusal)
            return refusal;
        string? file;
        try
        {
            file = await FileOfAsync(asked.Month, icb, http.RequestAborted);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            log.PackageNotMade(id, failure.Message);
            return ExtractRefusals.NoRoom(RetrySeconds);
        }

        if (file is null)
            return ExtractRefusals.NoPackage();
        // Before the first byte: what is not on record is not handed out.
        if (!http.WantsOnlyHead())
            await store.Store.RecordUsageDownloadAsync(new UsageDownload(time.GetUtcNow(), http.Caller().Client!, icb, id), http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(file, PackageStore.ContentType, $"{id}.zip");
    }

    private async Task<string?> FileOfAsync(Month month, string? icb, CancellationToken cancel) => settings.PublishMonthInProgress && Month.InProgress(time).Contains(month)
        ? await packages.MakeAsync(month, await publisher.PreviewAsync(store.Store, month, icb, withOffers: true, cancel), cancel)
        : await packages.FileOfAsync(store.Store, month, icb, cancel);

    private static ExtractAnswer Of(Month month, DateTimeOffset? publishedAt, string? icb)
    {
        var id = PackageStore.IdOf(month, icb);
        return new ExtractAnswer
        {
            Id = id,
            Month = month.ToString(),
            Icb = icb ?? UsageParameters.National,
            PublishedAt = publishedAt is { } at ? LondonTime.Of(at) : null,
            InProgress = publishedAt is null ? true : null,
            Href = $"/v1/extracts/{id}",
        };
    }
}
