namespace Feeds.Harvester.Http;

/// <summary>What a request asks for.</summary>
/// <param name="Accept">The <c>Accept</c> header.</param>
public sealed record Wanted(string Accept)
{
    /// <summary>A page of a feed.</summary>
    public static Wanted Feed { get; } = new("application/vnd.openactive.rpde+json; version=1, application/json;q=0.9, */*;q=0.1");

    /// <summary>A catalogue or a dataset site. HTML comes first: dataset sites answer with it whatever they are asked for.</summary>
    public static Wanted Source { get; } =
        new("text/html, application/ld+json;q=0.9, application/vnd.openactive.rpde+json;q=0.9, application/json;q=0.9, */*;q=0.1");

    /// <summary>A vocabulary, or other JSON.</summary>
    public static Wanted Json { get; } = new("application/ld+json, application/json;q=0.9, */*;q=0.1");
}
