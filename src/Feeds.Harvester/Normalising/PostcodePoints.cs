using Signposting.Store.Opportunities;

namespace Feeds.Harvester.Normalising;

/// <summary>
/// The points of postcodes that one page's records name, out of the imported directory. The normaliser does no I/O: what it
/// asks for and is not known here becomes <see cref="Missing"/>; after <see cref="Learn"/> the item is normalised again.
/// For one thread.
/// </summary>
public sealed class PostcodePoints
{
    private readonly IReadOnlyDictionary<string, GeoPoint?>? _known;
    private readonly Dictionary<string, GeoPoint?> _learnt = new(StringComparer.Ordinal);
    private readonly HashSet<string> _missing = new(StringComparer.Ordinal);

    private PostcodePoints()
    {
    }

    /// <summary>A directory was imported.</summary>
    /// <param name="known">Canonical postcodes that were looked up before, with null where the directory has none or no point.</param>
    public PostcodePoints(IReadOnlyDictionary<string, GeoPoint?> known)
    {
        ArgumentNullException.ThrowIfNull(known);
        _known = known;
    }

    /// <summary>No directory was imported: postcodes prove nothing. Safe for concurrent use.</summary>
    public static PostcodePoints None { get; } = new();

    /// <summary>Postcodes that were asked for and are not known yet.</summary>
    public IReadOnlyCollection<string> Missing => _missing;

    /// <summary>Whether the record that was read since <see cref="Begin"/> named a postcode that the directory may know.</summary>
    internal bool WereAsked { get; private set; }

    /// <summary>Takes the answers to <see cref="Missing"/>.</summary>
    public void Learn(IReadOnlyDictionary<string, GeoPoint?> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        foreach (var (postcode, point) in answers)
            _learnt[postcode] = point;
        _missing.Clear();
    }

    internal void Begin()
    {
        if (_known is not null)
            WereAsked = false;
    }

    internal GeoPoint? Find(string postcode)
    {
        if (_known is null)
            return null;
        WereAsked = true;
        if (_known.TryGetValue(postcode, out var point) || _learnt.TryGetValue(postcode, out point))
            return point;
        _missing.Add(postcode);
        return null;
    }
}
