using Feeds.Harvester.Http;

namespace Feeds.Harvester.Catalogues;

/// <summary>Something that discovery has come upon.</summary>
/// <param name="Position">The place in the tree of sources, such as <c>0.2.15</c> as numbers: the first source's third
/// part's sixteenth dataset. Sorting by <see cref="ByPosition"/> gives the same order on every run.</param>
/// <param name="Url">The URL as its parent names it.</param>
public abstract record Discovered(IReadOnlyList<int> Position, string Url)
{
    /// <summary>The order of the sources and of what stands in them, whatever answered first.</summary>
    public static Comparison<Discovered> ByPosition { get; } = static (left, right) =>
    {
        for (var index = 0; index < left.Position.Count && index < right.Position.Count; index++)
        {
            if (left.Position[index] != right.Position[index])
            {
                return left.Position[index].CompareTo(right.Position[index]);
            }
        }

        return left.Position.Count.CompareTo(right.Position.Count);
    };

    /// <summary>A dataset, with those of its feeds that no dataset before it has claimed.</summary>
    /// <param name="Position">The place in the tree of sources.</param>
    /// <param name="Url">The URL of its site.</param>
    /// <param name="Site">What the site says.</param>
    public sealed record Dataset(IReadOnlyList<int> Position, string Url, DatasetSite Site) : Discovered(Position, Url);

    /// <summary>A feed that is a source itself and belongs to no known dataset.</summary>
    /// <param name="Position">The place in the tree of sources.</param>
    /// <param name="Url">The URL of its first page.</param>
    public sealed record Feed(IReadOnlyList<int> Position, string Url) : Discovered(Position, Url);

    /// <summary>A URL that could not be read, or was left out because of a limit.</summary>
    /// <param name="Position">The place in the tree of sources.</param>
    /// <param name="Url">The URL.</param>
    /// <param name="Fault">Why.</param>
    public sealed record Failure(IReadOnlyList<int> Position, string Url, Fault Fault) : Discovered(Position, Url);
}
