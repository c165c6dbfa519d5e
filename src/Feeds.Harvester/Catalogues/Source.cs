namespace Feeds.Harvester.Catalogues;

/// <summary>What was found at a source URL, told by its content.</summary>
/// <param name="Url">The URL that answered, after redirects.</param>
public abstract record Source(string Url)
{
    /// <summary>A collection of catalogues (schema.org <c>DataCatalog</c> with <c>hasPart</c>).</summary>
    /// <param name="Url">The URL that answered.</param>
    /// <param name="Parts">The absolute URLs of its parts, which may be collections again.</param>
    public sealed record Collection(string Url, IReadOnlyList<string> Parts) : Source(Url);

    /// <summary>A catalogue (<c>DataCatalog</c> with <c>dataset</c>).</summary>
    /// <param name="Url">The URL that answered.</param>
    /// <param name="Datasets">The absolute URLs of its dataset sites.</param>
    /// <param name="Parts">The absolute URLs of its parts, when it is a collection as well.</param>
    /// <param name="Embedded">Datasets that stand in the catalogue itself, with their feeds.</param>
    public sealed record Catalogue(
        string Url, IReadOnlyList<string> Datasets, IReadOnlyList<string> Parts, IReadOnlyList<DatasetSite> Embedded) : Source(Url);

    /// <summary>A dataset site, HTML or JSON-LD.</summary>
    /// <param name="Url">The URL that answered.</param>
    /// <param name="Site">What it says.</param>
    public sealed record Dataset(string Url, DatasetSite Site) : Source(Url);

    /// <summary>A feed.</summary>
    /// <param name="Url">The URL that was asked for: a feed is named by it, whatever it redirects to.</param>
    public sealed record Feed(string Url) : Source(Url);
}
