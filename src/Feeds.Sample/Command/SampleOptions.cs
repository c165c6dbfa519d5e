namespace Feeds.Sample.Command;

/// <summary>What the sample publisher is asked for. Everything it publishes follows from these.</summary>
public sealed record SampleOptions
{
    /// <summary>Where to listen: one http address with an explicit port; port 0 takes a free one.</summary>
    public Uri Url { get; init; } = new("http://127.0.0.1:9200");

    /// <summary>How many opportunities are published, 1 to 2,000,000: series, facilities, courses, events and on-demand videos.</summary>
    public int Opportunities { get; init; } = 5000;

    /// <summary>How many sessions and slots there are for each opportunity on average, 0 to 200.</summary>
    public int SessionsPerOpportunity { get; init; } = 10;

    /// <summary>Another seed gives other data; the same seed on the same day gives the same bytes.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Items on a page, 1 to 5000.</summary>
    public int PageSize { get; init; } = 500;

    /// <summary>The day from which sessions are dated; null is the clock's.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>Break the records as real publishers do, at their rates.</summary>
    public bool Odd { get; init; }

    /// <summary>How many of a hundred series a second publisher repeats in a dataset of its own, 0 to 100; 0: there is none.</summary>
    public int Aggregated { get; init; }

    /// <summary>Updates, cancellations and deletions a second while it runs, 0 to 1000; 0: nothing changes.</summary>
    public int ChangesPerSecond { get; init; }

    /// <summary>A process with which this one ends; null: none.</summary>
    public int? Parent { get; init; }

    /// <summary>Render every page before listening, so that no measurement includes rendering.</summary>
    public bool RenderFirst { get; init; }
}
