using Feeds.Harvester.Http;

namespace Feeds.Harvester.Progress;

/// <summary>A source, catalogue or dataset site that could not be read, so that its feeds are not known.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Fault">Why.</param>
public sealed record SourceProblem(string Url, Fault Fault);
