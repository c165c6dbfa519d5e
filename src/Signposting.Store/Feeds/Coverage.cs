namespace Signposting.Store.Feeds;

/// <summary>How much of the feeds has been read: tells an empty neighbourhood from an empty store.</summary>
/// <param name="LastRead">When any feed last answered properly; null: none ever did.</param>
/// <param name="Unfinished">Feeds that were not read to their end yet, those that are gone apart.</param>
public sealed record Coverage(DateTimeOffset? LastRead, int Unfinished);
