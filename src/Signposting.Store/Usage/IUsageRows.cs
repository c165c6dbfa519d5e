namespace Signposting.Store.Usage;

/// <summary>Reads usage.</summary>
internal interface IUsageReader
{
    /// <summary>The events of a day, in the order in which they were written.</summary>
    Task<IReadOnlyList<UsageEvent>> ReadUsageAsync(DateOnly day, CancellationToken cancel);

    /// <summary>The same without holding them; of one board, or of all (null).</summary>
    Task VisitUsageAsync(DateOnly day, string? icb, Action<UsageEvent> visit, CancellationToken cancel);

    /// <summary>Events of days before <paramref name="before"/> that were written after the event of this number.</summary>
    Task VisitLateUsageAsync(long after, DateOnly before, Action<UsageEvent> visit, CancellationToken cancel);

    /// <summary>The first day with events; null: there are none.</summary>
    Task<DateOnly?> FirstUsageDayAsync(CancellationToken cancel);

    /// <summary>The number of the last event; 0: there are none.</summary>
    Task<long> LastUsageAsync(CancellationToken cancel);

    /// <summary>Months that were published, oldest first.</summary>
    Task<IReadOnlyList<UsageMonth>> ListUsageMonthsAsync(CancellationToken cancel);

    /// <param name="icb">Empty: national.</param>
    Task<byte[]?> ReadUsagePublicationAsync(DateOnly month, string icb, CancellationToken cancel);

    /// <summary>Whose publications there are of a month; empty: national.</summary>
    Task<IReadOnlyList<string>> ListUsagePublicationsAsync(DateOnly month, CancellationToken cancel);

    /// <summary>By publisher and gap.</summary>
    Task<IReadOnlyList<UsageGap>> ReadUsageGapsAsync(DateOnly month, CancellationToken cancel);

    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<UsageDownload>> ListUsageDownloadsAsync(int max, CancellationToken cancel);
}

/// <summary>Writes usage.</summary>
internal interface IUsageWriter
{
    Task AddUsageAsync(IReadOnlyList<UsageEvent> events, CancellationToken cancel);

    /// <summary>The key of a day: the one that is there, or else <paramref name="fresh"/>, which then is.</summary>
    Task<byte[]> InternUsageKeyAsync(DateOnly day, byte[] fresh, CancellationToken cancel);

    /// <summary>Deletes the keys of all days before this one.</summary>
    Task ForgetUsageKeysAsync(DateOnly before, CancellationToken cancel);

    /// <returns>False: it was published before, and nothing was written.</returns>
    Task<bool> AddUsageMonthAsync(UsageMonth month, IReadOnlyList<UsagePublication> publications, CancellationToken cancel);

    /// <summary>Deletes events of days before this one, at most so many; how many went.</summary>
    Task<long> RemoveUsageAsync(DateOnly before, int max, CancellationToken cancel);

    Task AddUsageGapsAsync(DateOnly month, IReadOnlyList<UsageGap> gaps, CancellationToken cancel);

    Task AddUsageDownloadAsync(UsageDownload download, CancellationToken cancel);
}
