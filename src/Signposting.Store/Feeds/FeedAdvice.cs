using System.Collections.Frozen;
using System.Globalization;

namespace Signposting.Store.Feeds;

/// <summary>What an operator can do about a feed, in a sentence.</summary>
public static class FeedAdvice
{
    private const string TellPublisher = "Tell the publisher; nothing can be done here.";
    private const string OnlyWait = "Nothing needs doing: it is tried again at the time shown.";

    private static readonly FrozenDictionary<string, string> ByCode = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["unreachable"] = "If it lasts, check that this machine may connect to that host; otherwise tell the publisher.",
        ["dns"] = "If it lasts, check this machine's name server; otherwise the publisher's host name is gone.",
        ["tls"] = "Tell the publisher to renew or complete its certificate chain; verification is never switched off.",
        ["timeout"] = OnlyWait,
        ["truncated"] = OnlyWait,
        ["not-http"] = TellPublisher,
        ["http-404"] = "If the feed has moved, its dataset site must list the new address; records are hidden after ten minutes and removed after six hours.",
        ["gone"] = "The publisher has withdrawn it; records are hidden after ten minutes and removed after six hours.",
        ["left-dataset"] = "Ask the publisher if that was meant; name the feed itself in Feeds:Sources to go on reading it. Its records are hidden after ten minutes and removed after six hours.",
        ["rate-limited"] = "Leave it alone; if it never ends, set Feeds:Contact and ask the publisher to let this harvester in.",
        ["forbidden-address"] = "Only if that host is your own, add its origin to Feeds:TrustedOrigins; otherwise tell the publisher where the feed leads.",
        ["credentials"] = "The dataset site must list the address without a user name and password.",
        ["bad-url"] = TellPublisher,
        ["redirect-loop"] = TellPublisher,
        ["bad-redirect"] = TellPublisher,
        ["too-large"] = "Ask the publisher for smaller pages.",
        ["bomb"] = "Ask the publisher what its compression does; the page is not read.",
        ["bad-compression"] = TellPublisher,
        ["html"] = "If it lasts, ask the publisher to let this harvester past its robot check.",
        ["not-json"] = "Check that the address is that of a feed.",
        ["bad-json"] = TellPublisher,
        ["not-rpde"] = "Check that the address is that of a feed.",
        ["broken-paging"] = TellPublisher,
        ["too-many-items"] = "Ask the publisher for smaller pages.",
        ["loop"] = TellPublisher,
        ["no-progress"] = TellPublisher,
        ["too-many-pages"] = "Ask the publisher whether the feed has an end.",
        ["cursor-gone"] = "Nothing needs doing: it is read again from the start, at most once a week.",
        ["taken"] = "Leave it to the other harvester, or stop that one.",
        ["store-full"] = "Make room on the disk of the store; harvesting then goes on by itself.",
        ["store-away"] = OnlyWait,
        ["internal"] = "Look for the error in the log, and report it.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What can be done about a fault; null when only its own text can say.</summary>
    public static string? For(string code) => ByCode.GetValueOrDefault(code)
        ?? (code.StartsWith("http-5", StringComparison.Ordinal) ? OnlyWait : code.StartsWith("http-", StringComparison.Ordinal) ? TellPublisher : null);

    /// <summary>What is wrong with a feed and what an operator can do; null when there is nothing to say. Things that are no faults have codes of their own: <c>stalled</c>, <c>jumped-back</c>.</summary>
    public static FeedFault? Notice(FeedStatus feed)
    {
        ArgumentNullException.ThrowIfNull(feed);
        if (feed.Fault is { } fault)
            return For(fault.Code) is { } advice && !fault.Text.Contains(advice, StringComparison.Ordinal) ? fault with { Text = $"{fault.Text} {advice}" } : fault;
        if (feed.State == FeedState.Stalled)
            return new("stalled", $"It answers, but has said nothing new since {Day(feed.LastChange)}. Ask the publisher whether its feed is still fed.");
        return feed.ResyncReason switch
        {
            ResyncReasons.JumpedBack => new("jumped-back",
                $"On {Day(feed.JumpedBackAt)} it went back behind what it had said before, as after a restored backup. It is read again from the start, at most once a week."),
            ResyncReasons.TombstonesMissed => new("tombstones-missed",
                "It was out of reach for longer than deletions are kept. It is read again from the start, at most once a week; what is gone then is removed at its end."),
            ResyncReasons.CursorGone => new("cursor-gone",
                "The publisher no longer knows the page that we had come to. It is read again from the start; what is gone then is removed at its end."),
            _ => null,
        };
    }

    private static string Day(DateTimeOffset? time) => time?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "an unknown day";
}
