using Feeds.Harvester.Http;

namespace Feeds.Harvester.Progress;

/// <summary>A source, catalogue or dataset site that could not be read, so that its feeds are not known.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Fault">Why.</param>
/// <param name="NextTry">When it is tried again; null when it is not known.</param>
public sealed record SourceProblem(string Url, Fault Fault, DateTimeOffset? NextTry = null);
