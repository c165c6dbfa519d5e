using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Signposting.Api.Access;
using Signposting.Api.Activities;
using Signposting.Api.Conditions;
using Signposting.Api.Demo;
using Signposting.Api.Hosting;
using Signposting.Store;
using Signposting.Store.Usage;

namespace Signposting.Api.Extracts;

/// <summary><c>extracts make</c>, <c>extracts list</c>, <c>extracts downloads</c>: the monthly packages, for whoever has the machine.</summary>
internal static class ExtractsCommand
{
    private const string By = "command line";
    private const int MostListed = 10_000;

    public static Command Create(OperatorContext context) => new("extracts", "Monthly packages of usage.") { Make(context), List(context), Downloads(context) };

    private static Command Make(OperatorContext context)
    {
        var month = new Option<string>("--month") { Required = true, Description = "A month that is over, such as 2026-10; with Usage:PublishMonthInProgress, the one that is not, too" };
        var icb = new Option<string>("--icb") { Required = true, Description = "ODS code of an Integrated Care Board, such as QF7, or national" };
        var command = new Command("make", "Writes the package of a month into Usage:ExtractsFolder, and publishes the month for good if it is not yet.") { month, icb };
        command.SetAction((parsed, cancel) => MakeAsync(context, parsed.GetRequiredValue(month), parsed.GetRequiredValue(icb), cancel));
        return command;
    }

    private static async Task<int> MakeAsync(OperatorContext context, string monthAsked, string icbAsked, CancellationToken cancel)
    {
        var icb = OdsCode.Icb(icbAsked);
        if (Month.Read(monthAsked) is not { } month)
            return await FailAsync(context, OperatorCommandLine.Usage, $"--month: '{monthAsked}' is no month; write it as in 2026-10.");
        if (icb is null && icbAsked != UsageParameters.National)
            return await FailAsync(context, OperatorCommandLine.Usage, $"--icb: '{icbAsked}' is no ODS code of an Integrated Care Board, such as QF7, and not national.");
        var settings = context.ReadSettings();
        var inProgress = Month.InProgress(context.Time).Contains(month);
        if (inProgress ? !settings.Extracts.PublishMonthInProgress : month.First > Month.Now(context.Time).First)
            return await FailAsync(context, OperatorCommandLine.Usage, $"--month: {month} is not over; it is published at {month.PublishedFrom:yyyy-MM-dd HH:mm} London time.");
        await using var store = await context.OpenStoreAsync(cancel);
        var origin = new DataOrigin(await DemoStore.IsDemoAsync(store, cancel));
        using var publisher = PublisherOf(settings, origin, context.Time);
        if (inProgress)
            return await WriteAsync(context, settings, origin, store, month, await publisher.PreviewAsync(store, month, icb, withOffers: true, cancel), cancel);
        if (!await publisher.EnsureAsync(store, month, cancel))
            return await FailAsync(context, OperatorCommandLine.NotDone, $"Nothing had been recorded by the end of {month}. No package was made.");
        if (await MonthPublisher.ReadAsync(store, month, icb, cancel) is not { } report)
            return await FailAsync(context, OperatorCommandLine.NotDone, $"{month} published nothing for {icbAsked}: it had no use and nothing on offer. No package was made.");
        return await WriteAsync(context, settings, origin, store, month, report, cancel);
    }

    private static async Task<int> WriteAsync(OperatorContext context, ApiSettings settings, DataOrigin origin, SpatialStore store, Month month, MonthReport report, CancellationToken cancel)
    {
        try
        {
            var file = await new PackageStore(settings.Extracts, origin, NullLogger<PackageStore>.Instance).MakeAsync(month, report, cancel);
            await store.RecordUsageDownloadAsync(new UsageDownload(context.Time.GetUtcNow(), By, report.Icb, PackageStore.IdOf(month, report.Icb)), cancel);
            await context.Output.WriteLineAsync(file);
            return OperatorCommandLine.Done;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return await FailAsync(context, OperatorCommandLine.NotDone, $"The package cannot be written to {settings.Extracts.Folder} (Usage:ExtractsFolder): {failure.Message} Nothing half-written is left.");
        }
    }

    private static MonthPublisher PublisherOf(ApiSettings settings, DataOrigin origin, TimeProvider time)
    {
        var activities = new ActivityConcepts();
        var offers = new OfferReader(new ClinicalRules(settings.Rules, activities), time);
        return new MonthPublisher(new ReportMaker(activities, origin), offers, time, NullLogger<MonthPublisher>.Instance);
    }

    private static Command List(OperatorContext context)
    {
        var command = new Command("list", "Lists the months that are published, and for whom.");
        command.SetAction(async (_, cancel) =>
        {
            await using var store = await context.OpenStoreAsync(cancel);
            var months = await store.ListUsageMonthsAsync(cancel);
            foreach (var month in months)
            {
                var boards = (await store.ListUsagePublicationsAsync(month.Month, cancel)).Select(icb => icb ?? UsageParameters.National);
                await context.Output.WriteLineAsync($"{new Month(month.Month)}  published {Time(month.PublishedAt)}  {string.Join(' ', boards)}");
            }

            if (months.Count == 0)
                await context.Output.WriteLineAsync("No month is published.");
            return OperatorCommandLine.Done;
        });
        return command;
    }

    private static Command Downloads(OperatorContext context)
    {
        var command = new Command("downloads", "Lists who fetched which package and when, newest first.");
        command.SetAction(async (_, cancel) =>
        {
            await using var store = await context.OpenStoreAsync(cancel);
            var downloads = await store.ListUsageDownloadsAsync(MostListed, cancel);
            foreach (var download in downloads)
                await context.Output.WriteLineAsync($"{Time(download.At)}  {download.Extract}  {download.Client}");
            if (downloads.Count == 0)
                await context.Output.WriteLineAsync("Nothing was fetched.");
            return OperatorCommandLine.Done;
        });
        return command;
    }

    private static async Task<int> FailAsync(OperatorContext context, int code, string message)
    {
        await context.Errors.WriteLineAsync(message);
        return code;
    }

    private static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
