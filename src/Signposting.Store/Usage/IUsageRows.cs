namespace Signposting.Store.Usage;

/// <summary>Reads usage.</summary>
internal interface IUsageReader
{
    /// <summary>The events of a day, in the order in which they were written.</summary>
    Task<IReadOnlyList<UsageEvent>> ReadUsageAsync(DateOnly day, CancellationToken cancel);
}

/// <summary>Writes usage.</summary>
internal interface IUsageWriter
{
    Task AddUsageAsync(IReadOnlyList<UsageEvent> events, CancellationToken cancel);

    /// <summary>The key of a day: the one that is there, or else <paramref name="fresh"/>, which then is.</summary>
    Task<byte[]> InternUsageKeyAsync(DateOnly day, byte[] fresh, CancellationToken cancel);

    /// <summary>Deletes the keys of all days before this one.</summary>
    Task ForgetUsageKeysAsync(DateOnly before, CancellationToken cancel);
}
