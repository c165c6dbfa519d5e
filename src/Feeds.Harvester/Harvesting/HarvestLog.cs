using Microsoft.Extensions.Logging;

namespace Feeds.Harvester.Harvesting;

/// <summary>The harvester's log messages.</summary>
internal static partial class HarvestLog
{
    [LoggerMessage(1, LogLevel.Warning, "Feed {Feed}: {Code}: {Text}")]
    public static partial void FeedFailed(this ILogger logger, string feed, string code, string text);

    [LoggerMessage(2, LogLevel.Error, "Feed {Feed}: unexpected error")]
    public static partial void FeedBroke(this ILogger logger, Exception error, string feed);

    [LoggerMessage(3, LogLevel.Error, "Feed {Feed}: item {Item} could not be normalised")]
    public static partial void ItemBroke(this ILogger logger, Exception error, string feed, string item);

    [LoggerMessage(4, LogLevel.Warning, "Source {Source}: {Code}: {Text}")]
    public static partial void SourceFailed(this ILogger logger, string source, string code, string text);

    [LoggerMessage(5, LogLevel.Error, "The sources could not be walked through; tried again later")]
    public static partial void DiscoveryBroke(this ILogger logger, Exception error);

    [LoggerMessage(6, LogLevel.Information, "Feed {Feed} is no longer listed by its dataset site and is not read any more")]
    public static partial void FeedLeft(this ILogger logger, string feed);

    [LoggerMessage(7, LogLevel.Information, "{Count} sessions that are over were removed")]
    public static partial void OverRemoved(this ILogger logger, long count);

    [LoggerMessage(8, LogLevel.Error, "Housekeeping failed; tried again later")]
    public static partial void HousekeepingBroke(this ILogger logger, Exception error);

    [LoggerMessage(9, LogLevel.Warning, "Activity list: {Code}: {Text} The list read last is used, or the one built in")]
    public static partial void ActivityListFailed(this ILogger logger, string code, string text);

    [LoggerMessage(10, LogLevel.Information, "{Read} kept records were read once more, with the postcode directory and normaliser of today; {Changed} are different now")]
    public static partial void Replayed(this ILogger logger, long read, long changed);

    [LoggerMessage(11, LogLevel.Error, "Feed {Feed}: kept record {Record} could not be read once more ({Error}); what was made of it before stays")]
    public static partial void KeptRecordBroke(this ILogger logger, string feed, long record, string error);

    [LoggerMessage(20, LogLevel.Warning, "Feed {Feed} is read again from its start: {Reason}")]
    public static partial void ResyncBegins(this ILogger logger, string feed, string reason);

    [LoggerMessage(21, LogLevel.Information, "Feed {Feed} was read again from its start; {Count} items were not met and are removed")]
    public static partial void Swept(this ILogger logger, string feed, long count);

    [LoggerMessage(22, LogLevel.Warning, "Feed {Feed} has been gone for hours; its {Count} items are removed")]
    public static partial void Purged(this ILogger logger, string feed, long count);

    [LoggerMessage(23, LogLevel.Warning, "Feed {Feed} went back behind what it had said before; it will be read again from its start, at most once a week")]
    public static partial void FeedJumpedBack(this ILogger logger, string feed);

    [LoggerMessage(24, LogLevel.Warning, "Another harvester ({Owner}) works on this store. This one waits until that one has ended")]
    public static partial void WaitsForLease(this ILogger logger, string owner);

    [LoggerMessage(25, LogLevel.Error, "Another harvester has taken over this store. This one waits")]
    public static partial void LeaseLost(this ILogger logger);

    [LoggerMessage(26, LogLevel.Warning, "The store could not be told that this harvester is alive: {Why}")]
    public static partial void LeaseNotRenewed(this ILogger logger, string why);

    [LoggerMessage(27, LogLevel.Error, "{Why}")]
    public static partial void HarvestPauses(this ILogger logger, string why);

    [LoggerMessage(28, LogLevel.Warning, "The store takes what it is given again: harvesting goes on")]
    public static partial void HarvestGoesOn(this ILogger logger);
}
