using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Signposting.Store.Opportunities;

namespace Signposting.Api.Places;

/// <summary>A town that venues name as where they are.</summary>
/// <param name="Name">As most of them write it.</param>
/// <param name="Area">The letters that most of their postcodes begin with (LS); null: they give none.</param>
/// <param name="Middle">The middle of its venues.</param>
/// <param name="Venues">How many records name it.</param>
internal sealed record Town(string Name, string? Area, GeoPoint Middle, int Venues)
{
    /// <summary>What tells it from others of the same name, and is understood when it is typed.</summary>
    public string Label => Area is null ? Name : $"{Name} ({Area} postcodes)";
}

/// <summary>
/// Towns as the venues in the store name them: where nothing is offered there is no town to search around. In memory only,
/// made anew while records are read after a start.
/// </summary>
internal sealed class TownList
{
    private const int MostNames = 30_000;
    private const int MostOfOneName = 12;
    private const int LongestName = 60;
    private const int MostSuggestions = 4;

    /// <summary>Venues of one name that are further apart are in two towns.</summary>
    private const double SameTownMetres = 20_000;

    private readonly ConcurrentDictionary<string, List<Venues>> _byName = new(StringComparer.Ordinal);

    /// <summary>Whether all records have been read once: until then a town that is not found may be there all the same.</summary>
    public bool IsRead { get; private set; }

    /// <summary>All records that there are have been noted.</summary>
    public void EndReading() => IsRead = true;

    /// <summary>Notes where a venue is.</summary>
    public void Note(Place? place)
    {
        if (place is not { Locality: { Length: <= LongestName } name, Point: { } point } || KeyOf(name) is not { Length: > 1 } key)
            return;
        if (_byName.Count >= MostNames && !_byName.ContainsKey(key))
            return;
        var towns = _byName.GetOrAdd(key, _ => []);
        lock (towns)
        {
            var town = towns.Find(one => one.Middle.DistanceTo(point) < SameTownMetres);
            if (town is null && towns.Count < MostOfOneName)
                towns.Add(town = new Venues());
            town?.Add(name.Trim(), AreaOf(place.Postcode), point);
        }
    }

    /// <summary>Those of this name, largest first: "leeds", "St Albans", or the <see cref="Town.Label"/> of one.</summary>
    public IReadOnlyList<Town> Find(string typed)
    {
        var bracket = typed.IndexOf('(', StringComparison.Ordinal);
        var key = KeyOf(bracket < 0 ? typed : typed[..bracket]);
        if (key.Length < 2 || !_byName.TryGetValue(key, out var towns))
            return [];
        Town[] all;
        lock (towns)
            all = [.. towns.OrderByDescending(town => town.Count).Select(town => town.Town)];
        return bracket < 0 || all.FirstOrDefault(town => town.Label.Equals(typed.Trim(), StringComparison.OrdinalIgnoreCase)) is not { } meant ? all : [meant];
    }

    /// <summary>Names of those with most venues, in the order of the alphabet.</summary>
    public IReadOnlyList<string> Largest(int most) =>
    [
        .. _byName.Keys.SelectMany(Find).DistinctBy(town => town.Label)
            .OrderByDescending(town => town.Venues).Take(most)
            .Select(town => town.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    /// <summary>Names that begin like this.</summary>
    public IReadOnlyList<string> Suggest(string typed)
    {
        const int Beginning = 3;
        var key = KeyOf(typed);
        if (key.Length < Beginning)
            return [];
        return [.. _byName.Where(town => town.Key.StartsWith(key[..Beginning], StringComparison.Ordinal))
            .OrderByDescending(town => CommonBeginning(town.Key, key)).ThenBy(town => town.Key, StringComparer.Ordinal)
            .Take(MostSuggestions).SelectMany(town => Find(town.Key).Take(1)).Select(town => town.Name)];
    }

    private static int CommonBeginning(string a, string b) => a.Zip(b).TakeWhile(pair => pair.First == pair.Second).Count();

    /// <summary>Letters only, in lower case without accents: "Saint Albans" and "st-albans" stay two, "Leeds " and "LEEDS" are one.</summary>
    private static string KeyOf(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var letter in name.Trim())
        {
            if (char.IsLetter(letter))
                key.Append(char.ToLowerInvariant(letter));
            else if (letter is ' ' or '-' && key.Length > 0 && key[^1] != ' ')
                key.Append(' ');
        }

        return key.ToString().TrimEnd();
    }

    private static string? AreaOf(string? postcode)
    {
        var letters = postcode?.TakeWhile(char.IsAsciiLetter).Count() ?? 0;
        return letters is 1 or 2 ? postcode![..letters].ToUpper(CultureInfo.InvariantCulture) : null;
    }

    private sealed class Venues
    {
        private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);
        private readonly Dictionary<string, int> _areas = new(StringComparer.Ordinal);
        private double _lat;
        private double _lon;

        public int Count { get; private set; }

        public GeoPoint Middle => new(_lat / Count, _lon / Count);

        public Town Town => new(MostOf(_names)!, MostOf(_areas), Middle, Count);

        public void Add(string name, string? area, GeoPoint point)
        {
            (_lat, _lon, Count) = (_lat + point.Lat, _lon + point.Lon, Count + 1);
            _names[name] = _names.GetValueOrDefault(name) + 1;
            if (area is not null)
                _areas[area] = _areas.GetValueOrDefault(area) + 1;
        }

        private static string? MostOf(Dictionary<string, int> counts) =>
            counts.Count == 0 ? null : counts.OrderByDescending(one => one.Value).ThenBy(one => one.Key, StringComparer.Ordinal).First().Key;
    }
}
