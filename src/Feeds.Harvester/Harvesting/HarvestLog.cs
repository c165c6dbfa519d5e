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
}
