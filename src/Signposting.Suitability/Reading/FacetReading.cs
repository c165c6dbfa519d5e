using Signposting.Suitability.Profiles;

namespace Signposting.Suitability.Reading;

/// <summary>Reads names of facets and levels.</summary>
internal static class FacetReading
{
    /// <summary><c>{falls: [medium, high], height: yes}</c>; a null map accepts everything.</summary>
    internal static FacetTest ReadTest(MapReader? map)
    {
        var tests = new List<(int, byte)>();
        foreach (var name in map?.Rest() ?? [])
        {
            if (FacetOf(map!, name) is not { } facet)
            {
                continue;
            }

            byte accepted = 0;
            foreach (var level in map!.Texts(name))
            {
                accepted |= (byte)(1 << LevelOf(map, facet, level));
            }

            tests.Add((facet.Index, accepted));
        }

        return new FacetTest(tests);
    }

    /// <summary><c>{falls: low}</c>: one level each; nothing for a null map.</summary>
    internal static IReadOnlyList<(int Facet, byte Level)> ReadLevels(MapReader? map)
    {
        var levels = new List<(int, byte)>();
        foreach (var name in map?.Rest() ?? [])
        {
            if (FacetOf(map!, name) is { } facet)
            {
                levels.Add((facet.Index, LevelOf(map!, facet, map!.Text(name))));
            }
        }

        return levels;
    }

    private static Facet? FacetOf(MapReader map, string name)
    {
        if (Facets.Named(name) is { } facet)
        {
            return facet;
        }

        map.Report($"\"{name}\" is nothing that a profile says; it says: {string.Join(", ", Facets.All.Select(known => known.Name))}.");
        return null;
    }

    private static byte LevelOf(MapReader map, Facet facet, string level)
    {
        if (facet.LevelOf(level) is >= 0 and var index)
        {
            return (byte)index;
        }

        map.Report($"\"{facet.Name}\" cannot be \"{level}\": it is one of {string.Join(", ", facet.Levels)}.");
        return 0;
    }
}
