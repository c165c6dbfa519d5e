using System.Globalization;

namespace Feeds.Harvester.Progress;

/// <summary>Progress as lines of text: for logs, and wherever output is not a terminal.</summary>
public sealed class ProgressLines(HarvestProgress progress, TimeProvider time)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(5);
    private string last = "";
    private long lastItems;
    private long lastAt = time.GetTimestamp();
    private long lastWritten = time.GetTimestamp();

    /// <summary>Writes a line at every interval in which something changed, and one every five minutes when nothing did,
    /// until cancelled; being cancelled is its normal end.</summary>
    public async Task WriteAsync(TimeSpan interval, Action<string> write, CancellationToken cancel)
    {
        using var ticks = new Ticks(interval, time, cancel);
        while (await ticks.NextAsync())
        {
            if (Next() is { } line)
                write(line);
        }
    }

    /// <summary>The line to write now; null when nothing has changed since the last one and it is not long ago.</summary>
    internal string? Next()
    {
        var totals = progress.Totals();
        var perSecond = PerSecond(totals.Items);
        var text = progress.Standstill ?? Describe(totals, progress.IsDiscovering, perSecond);
        var key = progress.Standstill ?? Describe(totals, progress.IsDiscovering, 0);
        if (key == last && time.GetElapsedTime(lastWritten) < Quiet)
            return null;
        last = key;
        lastWritten = time.GetTimestamp();
        return string.Create(CultureInfo.InvariantCulture, $"{time.GetLocalNow():HH:mm:ss}  {text}");
    }

    /// <summary><c>41 of 377 feeds read to the end · 1,234,567 items · 9,800/s · 3 faults</c></summary>
    internal static string Describe(HarvestTotals totals, bool isDiscovering, double perSecond)
    {
        var feeds = totals.Feeds == 0
            ? isDiscovering ? "looking for feeds" : "no feed found"
            : string.Create(CultureInfo.InvariantCulture, $"{totals.AtEnd:N0} of {totals.Feeds:N0}{(isDiscovering ? " or more" : "")} feeds read to the end");
        var faults = totals.Faults == 1 ? "1 fault" : string.Create(CultureInfo.InvariantCulture, $"{totals.Faults:N0} faults");
        return string.Create(CultureInfo.InvariantCulture, $"{feeds} · {totals.Items:N0} items · {perSecond:N0}/s · {faults}");
    }

    private double PerSecond(long items)
    {
        var seconds = time.GetElapsedTime(lastAt).TotalSeconds;
        var rate = seconds > 0 ? (items - lastItems) / seconds : 0;
        lastItems = items;
        lastAt = time.GetTimestamp();
        return rate;
    }
}
