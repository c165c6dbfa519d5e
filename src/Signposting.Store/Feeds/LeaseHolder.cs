namespace Signposting.Store.Feeds;

/// <summary>Who has a lease, and until when it counts unless it is renewed.</summary>
public sealed record LeaseHolder(string Owner, DateTimeOffset Until);
