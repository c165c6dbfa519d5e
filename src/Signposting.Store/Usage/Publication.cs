namespace Signposting.Store.Usage;

/// <summary>A month that was published, and is fixed since.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Through">The last event that was there then, by its number; what comes later is late.</param>
public sealed record UsageMonth(DateOnly Month, DateTimeOffset PublishedAt, long Through);

/// <summary>What a month published.</summary>
/// <param name="Icb">ODS code of a board; null: national.</param>
/// <param name="Content">As it was made; it never changes.</param>
public sealed record UsagePublication(string? Icb, byte[] Content);

/// <summary>In how many searches a record of this publisher was shown without a property.</summary>
public sealed record UsageGap(string Publisher, string Gap, long Searches);

/// <summary>Who fetched what.</summary>
/// <param name="Client">Name of the client.</param>
/// <param name="Icb">ODS code of the board whose it is; null: national.</param>
/// <param name="Extract">The table or package.</param>
public sealed record UsageDownload(DateTimeOffset At, string Client, string? Icb, string Extract);
