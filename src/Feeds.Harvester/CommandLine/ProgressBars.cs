using System.Globalization;
using Feeds.Harvester.Progress;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Feeds.Harvester.CommandLine;

/// <summary>
/// One bar for all feeds and one for each that is being read. Feeds that are done make room: with 377 of them a bar for
/// every one would run off the screen.
/// </summary>
internal sealed class ProgressBars(HarvestProgress progress, TimeProvider time)
{
    private const int MostBars = 12;
    private const int BarWidth = 24;
    private const int NarrowestLabel = 20;
    private const int RoomBesideLabel = BarWidth + 30;

    private readonly Queue<(long At, long Items)> samples = new();

    /// <summary>The picture of this moment, for a terminal of this many columns.</summary>
    public IRenderable Render(int width)
    {
        var totals = progress.Totals();
        var grid = new Grid().AddColumn(NoWrap()).AddColumn(NoWrap()).AddColumn(NoWrap().RightAligned());
        grid.AddRow("all feeds", Bar(totals.Feeds == 0 ? null : (double)totals.AtEnd / totals.Feeds), $"{totals.AtEnd} of {totals.Feeds}");
        foreach (var feed in progress.Feeds.Where(feed => feed.Stage is FeedStage.Reading).OrderBy(feed => feed.Registration.Url, StringComparer.Ordinal).Take(MostBars))
            grid.AddRow(Label(feed, width), Bar(Share(feed)), Markup.Escape(Counted(feed)));
        return new Rows(new Text(progress.Standstill ?? ProgressLines.Describe(totals, progress.IsDiscovering, PerSecond(totals.Items))), grid);
    }

    /// <summary>A bar; without a share, which is unknown where the publisher gives no estimate, a row of dots.</summary>
    internal static string Bar(double? share)
    {
        if (share is not { } known)
            return $"[grey]{new string('·', BarWidth)}[/]";
        var full = (int)Math.Round(Math.Clamp(known, 0, 1) * BarWidth);
        return $"[green]{new string('━', full)}[/][grey]{new string('─', BarWidth - full)}[/]";
    }

    private static GridColumn NoWrap() => new GridColumn().NoWrap();

    /// <summary>An estimate is often too low: a bar that is not done stops short of its end.</summary>
    private static double? Share(FeedProgress feed) =>
        feed.Registration.TotalItems is > 0 and var total ? Math.Min((double)feed.Items / total, 0.99) : null;

    private static string Label(FeedProgress feed, int width)
    {
        var room = Math.Max(NarrowestLabel, width - RoomBesideLabel);
        return Markup.Escape(Shorten($"{feed.Registration.Kind} {feed.Registration.Dataset.Name ?? feed.Registration.Dataset.Url}", room));
    }

    private static string Shorten(string text, int room) => text.Length <= room ? text : text[..(room - 1)] + "…";

    private static string Counted(FeedProgress feed) => feed.Registration.TotalItems is > 0 and var total
        ? string.Create(CultureInfo.InvariantCulture, $"{feed.Items:N0} of about {total:N0}")
        : string.Create(CultureInfo.InvariantCulture, $"{feed.Items:N0} items");

    /// <summary>Over the last few seconds, so that the number can be read.</summary>
    private double PerSecond(long items)
    {
        samples.Enqueue((time.GetTimestamp(), items));
        while (samples.Count > 1 && time.GetElapsedTime(samples.Peek().At).TotalSeconds > 5)
            samples.Dequeue();
        var (at, before) = samples.Peek();
        var seconds = time.GetElapsedTime(at).TotalSeconds;
        return seconds > 0 ? (items - before) / seconds : 0;
    }
}
