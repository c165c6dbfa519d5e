using Feeds.Harvester.Http;
using Feeds.Harvester.Settings;
using Feeds.Harvester.Vocabularies;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Feeds.Harvester.Harvesting;

/// <summary>What to harvest, and how politely.</summary>
public sealed record HarvesterOptions
{
    /// <summary>RPDE 1.0 asks for at least eight seconds between two looks at the end of a feed.</summary>
    public const int DefaultPollSeconds = 8;

    /// <summary>URLs of catalogue collections, catalogues, dataset sites or feeds, told apart by what they answer.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [SettingsReader.DefaultSource];

    /// <summary>Origins that may be on a private or loopback address.</summary>
    public TrustedOrigins TrustedOrigins { get; init; } = TrustedOrigins.None;

    /// <summary>The wait at the end of a feed when the publisher's cache headers say nothing longer.</summary>
    public int PollSeconds { get; init; } = DefaultPollSeconds;

    /// <summary>How publishers reach the operator; sent in the <c>User-Agent</c>.</summary>
    public string? Contact { get; init; }

    /// <summary>Feeds that are read at the same time, at most.</summary>
    public int MaxFeedsAtOnce { get; init; } = 8;

    /// <summary>URL or absolute file path of OpenActive's activity list.</summary>
    public string ActivityList { get; init; } = ActivityVocabulary.DefaultAddress;

    /// <summary>The activity list of a host that uses it too; the harvester keeps it fresh. Null: it opens its own.</summary>
    public ActivityVocabulary? Activities { get; init; }

    /// <summary>How <see cref="FeedHttp"/> behaves beyond contact and trust, which are taken from here; its clock times requests and their retries.</summary>
    public FeedHttpOptions Http { get; init; } = new();

    /// <summary>The clock of all waits, due times and reports.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where unexpected errors go, and what an operator should know beyond the progress.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;
}
