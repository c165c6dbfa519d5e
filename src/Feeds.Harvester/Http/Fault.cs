namespace Feeds.Harvester.Http;

/// <summary>Why something could not be fetched or read: an expected failure, told to the operator.</summary>
/// <param name="Code">One of <see cref="FaultCode"/>, or <c>http-NNN</c>. Stable: it is published by <c>/v1/feeds</c>.</param>
/// <param name="Text">One or two plain sentences: what happened, and what the operator can do.</param>
/// <param name="RetryAt">The earliest time at which the publisher wants to be asked again; null when it did not say.</param>
public sealed record Fault(string Code, string Text, DateTimeOffset? RetryAt = null);
