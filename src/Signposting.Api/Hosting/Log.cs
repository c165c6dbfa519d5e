using Signposting.Store.Hiding;

namespace Signposting.Api.Hosting;

/// <summary>Every line that this project logs. None holds a query string, a postcode, a coordinate or a body.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "Request {CorrelationId} failed.")]
    public static partial void RequestFailed(this ILogger log, string? correlationId, Exception error);

    [LoggerMessage(2, LogLevel.Error, "Request {CorrelationId} could not use the store.")]
    public static partial void StoreFailed(this ILogger log, string? correlationId, Exception error);

    [LoggerMessage(3, LogLevel.Warning, "Postcodes cannot be looked up: postcodes.io does not answer ({Failure}).")]
    public static partial void PostcodesUnavailable(this ILogger log, string failure);

    [LoggerMessage(4, LogLevel.Warning, "The store cannot be opened yet: {Reason} Trying again every {Seconds} s.")]
    public static partial void StoreNotOpen(this ILogger log, string reason, double seconds);

    [LoggerMessage(5, LogLevel.Information, "The store is open ({Engine}).")]
    public static partial void StoreOpen(this ILogger log, string engine);

    [LoggerMessage(6, LogLevel.Warning, "The key ring of cursors could not be written to the store: {Reason} Cursors given out now end with this process.")]
    public static partial void KeyRingNotWritten(this ILogger log, string reason);

    [LoggerMessage(7, LogLevel.Information, "{Line}")]
    public static partial void Progress(this ILogger log, string line);

    [LoggerMessage(8, LogLevel.Information, "Harvesting is off (Feeds:Enabled is false).")]
    public static partial void HarvestingOff(this ILogger log);

    [LoggerMessage(9, LogLevel.Error, "Harvesting stopped; starting again in {Seconds} s.")]
    public static partial void HarvestingStopped(this ILogger log, double seconds, Exception error);

    [LoggerMessage(10, LogLevel.Information, "No postcode directory is imported: postcodes are looked up at {Host} (Postcodes:Remote).")]
    public static partial void PostcodesAreRemote(this ILogger log, string host);

    [LoggerMessage(11, LogLevel.Warning, "No postcode directory is imported and Postcodes:Remote is false: only coordinates can be searched.")]
    public static partial void NoPostcodes(this ILogger log);

    [LoggerMessage(12, LogLevel.Information, "The sample publisher runs at {Address}: all data is made up.")]
    public static partial void SampleRuns(this ILogger log, string address);

    [LoggerMessage(13, LogLevel.Information, "{Count} made-up postcodes imported.")]
    public static partial void SamplePostcodes(this ILogger log, long count);

    [LoggerMessage(69, LogLevel.Information, "{Count} made-up usage events of the last month and this one: extracts make --demo makes a package of them.")]
    public static partial void DemoUsage(this ILogger log, int count);

    [LoggerMessage(14, LogLevel.Warning, "The activity list in the store cannot be read: {Reason}")]
    public static partial void ActivityListUnreadable(this ILogger log, string reason);

    [LoggerMessage(15, LogLevel.Error, "The sample publisher ended ({Reason}); starting it again.")]
    public static partial void SampleEnded(this ILogger log, string reason);

    [LoggerMessage(16, LogLevel.Information, "Serving {Addresses} : page /, REST /v1, Swagger UI /swagger.")]
    public static partial void Serving(this ILogger log, string addresses);

    [LoggerMessage(17, LogLevel.Warning, "Records cannot be read for the rules at the moment: {Reason}")]
    public static partial void RecordsUnreadable(this ILogger log, string reason);

    [LoggerMessage(18, LogLevel.Warning, "The pages have no style: this was built where Node.js was missing. Install Node.js 20 or later and build again; REST needs neither.")]
    public static partial void PagesWithoutStyle(this ILogger log);

    [LoggerMessage(40, LogLevel.Error, "The endpoint {Route} has no access policy, and is closed until it has one.")]
    public static partial void EndpointWithoutPolicy(this ILogger log, string? route);

    [LoggerMessage(41, LogLevel.Warning, "Hidden by {Client}: one {Kind}. GET /v1/feeds/hidden lists it with its reason.")]
    public static partial void Hidden(this ILogger log, HiddenKind kind, string client);

    [LoggerMessage(42, LogLevel.Warning, "Shown again by {Client}: one {Kind}.")]
    public static partial void Unhidden(this ILogger log, HiddenKind kind, string client);

    [LoggerMessage(43, LogLevel.Debug, "{Method} {Route} answered {Status} in {Milliseconds:0.0} ms to {Client}; request {CorrelationId}.")]
    public static partial void Answered(this ILogger log, string method, string route, int status, double milliseconds, string client, string? correlationId);

    [LoggerMessage(60, LogLevel.Warning, "Searches and views cannot be recorded at the moment: {Reason} Trying again in {Seconds} s.")]
    public static partial void UsageWaits(this ILogger log, string reason, double seconds);

    [LoggerMessage(61, LogLevel.Error, "{Count} searches and views were not recorded: {Reason}")]
    public static partial void UsageDropped(this ILogger log, int count, string reason);

    [LoggerMessage(62, LogLevel.Warning, "Keys of past days are not deleted yet: {Reason} Trying again in a minute.")]
    public static partial void DayKeysNotDeleted(this ILogger log, string reason);

    [LoggerMessage(63, LogLevel.Information, "The usage of {Month} is published, nationally and for {Boards} boards.")]
    public static partial void MonthPublished(this ILogger log, string month, int boards);

    [LoggerMessage(64, LogLevel.Error, "What is due after a month cannot be done at the moment: {Reason} Trying again in ten minutes.")]
    public static partial void MonthlyWorkFailed(this ILogger log, string reason);

    [LoggerMessage(66, LogLevel.Information, "{Count} packages of {Month} are made in {Folder}.")]
    public static partial void PackagesMade(this ILogger log, int count, string month, string folder);

    [LoggerMessage(67, LogLevel.Error, "The package {Id} cannot be written (Usage:ExtractsFolder): {Reason}")]
    public static partial void PackageNotMade(this ILogger log, string id, string reason);

    [LoggerMessage(68, LogLevel.Warning, "{Count} counts of what records lacked in searches were not written: {Reason}")]
    public static partial void GapsNotWritten(this ILogger log, int count, string reason);

    [LoggerMessage(65, LogLevel.Information, "{Count} usage events older than {Days} days (Usage:KeepDays) are deleted.")]
    public static partial void UsageRemoved(this ILogger log, long count, int days);

    [LoggerMessage(80, LogLevel.Warning, "The pages were not warmed after the start ({Failure}): the first of them take longer.")]
    public static partial void PagesNotWarmed(this ILogger log, string failure);
}
