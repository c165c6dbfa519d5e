namespace Signposting.Store.Usage;

/// <summary>Reads usage.</summary>
internal interface IUsageReader
{
    /// <summary>The events of a day, in the order in which they were written.</summary>
    Task<IReadOnlyList<UsageEvent>> ReadUsageAsync(DateOnly day, CancellationToken cancel);

    /// <summary>The same without holding them, in any order, and without id, client and opportunity, which nobody counts.</summary>
    Task VisitUsageAsync(DateOnly day, UsageSpan span, Action<UsageEvent> visit, CancellationToken cancel);

    /// <summary>The late ones, in the same way.</summary>
    Task VisitLateUsageAsync(long after, UsageSpan span, Action<UsageEvent> visit, CancellationToken cancel);

    /// <summary>The first day with events; null: there are none.</summary>
    Task<DateOnly?> FirstUsageDayAsync(CancellationToken cancel);

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

    /// <summary>Waits for those who write events at this moment; the number of the last event, 0 when there are none.</summary>
    Task<long> SettleUsageAsync(CancellationToken cancel);

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
