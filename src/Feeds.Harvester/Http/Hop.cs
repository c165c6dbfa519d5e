namespace Feeds.Harvester.Http;

/// <summary>One request on the way from the URL that was asked for to the one that answers.</summary>
/// <param name="Requested">The URL that was asked for.</param>
/// <param name="Url">The URL of this request, as written.</param>
/// <param name="Uri">The same, ready to send.</param>
/// <param name="Started">Timestamp of the first request.</param>
internal sealed record Hop(string Requested, string Url, Uri Uri, long Started);

/// <summary>What follows from one request: the end of the try, or the URL of the next request.</summary>
internal readonly record struct Step(Attempt? Finished, string? Onwards)
{
    public static implicit operator Step(Attempt finished) => new(finished, null);
}
