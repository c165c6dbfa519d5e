using System.Globalization;
using OpenActive.Vocabulary;
using Signposting.Suitability.Profiles;
using Signposting.Suitability.Sources;

namespace Signposting.Suitability.Reading;

/// <summary>
/// Reads kinds and profiles, and hands them down the activity list: what a file says of an activity stands, the rest comes
/// from its kind ("like") or, without one, from the activities above it, the most demanding of them.
/// </summary>
internal sealed class ProfileReader(ActivityList activities, SourceShelf sources, List<RuleProblem> problems)
{
    private const string File = "profiles";

    private readonly Dictionary<string, Profile> _kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Profile?> _resolved = new(StringComparer.Ordinal);

    internal void ReadKinds(MapReader file)
    {
        var kinds = file.MapOrNull("kinds");
        foreach (var name in kinds?.Rest() ?? [])
        {
            if (kinds!.MapOrNull(name) is not { } map)
            {
                continue;
            }

            var (met, levels) = (ReadMet(map), FacetReading.ReadLevels(map));
            var missing = Facets.All.Where(facet => facet != Facets.Intensity && levels.All(level => level.Facet != facet.Index)).Select(facet => facet.Name);
            if (met is null || missing.Any())
            {
                map.Report($"The kind \"{name}\" has to say everything; it does not say: {string.Join(", ", (met is null ? ["met"] : Array.Empty<string>()).Concat(missing))}.");
                continue;
            }

            _kinds[name] = Build(met, new byte[Facets.All.Count], levels);
        }
    }

    internal void ReadProfiles(MapReader file)
    {
        foreach (var map in file.Maps("profiles"))
        {
            var label = map.Text("activity");
            var entry = new Entry(map.TextOrNull("like"), ReadMet(map), FacetReading.ReadLevels(map), map);
            if (ActivityNames.Find(activities, label) is not { } concept)
            {
                map.Report(ActivityNames.Unknown(activities, label));
            }
            else if (!_entries.TryAdd(concept.Id, entry))
            {
                map.Report($"There are two profiles of \"{label}\".");
            }
        }
    }

    /// <summary>Profiles of the whole list, in its order.</summary>
    internal ProfileBook Resolve()
    {
        var unused = _kinds.Keys.Except(_entries.Values.Select(entry => entry.Like)).ToArray();
        foreach (var kind in unused)
        {
            problems.Add(new RuleProblem(File, 1, 1, $"No activity is like the kind \"{kind}\"."));
        }

        var resolved = activities.All.Select(Resolve).ToArray();
        return new ProfileBook([.. activities.All], [.. resolved.OfType<Profile>()]);
    }

    private Profile? Resolve(Concept concept)
    {
        if (!_resolved.TryGetValue(concept.Id, out var profile))
        {
            profile = _resolved[concept.Id] = Work(concept);
        }

        return profile;
    }

    private Profile? Work(Concept concept)
    {
        _entries.TryGetValue(concept.Id, out var entry);
        var start = entry?.Like is { } like ? Kind(like, entry.Map) : FromAbove(concept);
        if (start is null)
        {
            return null;
        }

        return entry is null ? start : Build(entry.Met ?? start.Met, start.CopyLevels(), entry.Levels);
    }

    private Profile? Kind(string name, MapReader map)
    {
        if (_kinds.TryGetValue(name, out var kind))
        {
            return kind;
        }

        map.Report($"There is no kind \"{name}\".");
        return null;
    }

    private Profile? FromAbove(Concept concept)
    {
        if (concept.IsTop)
        {
            problems.Add(new RuleProblem(File, 1, 1, $"\"{concept.PrefLabel}\" stands at the top of the activity list and no file gives its profile with \"like\"."));
            return null;
        }

        Profile?[] above = [.. concept.Broader.Select(id => Resolve(activities.Resolve(id, null)!))];
        if (above.Any(profile => profile is null))
        {
            return null;
        }

        return Merge(above.OfType<Profile>());
    }

    private static Profile Merge(IEnumerable<Profile> above)
    {
        var profiles = above.ToArray();
        var levels = new byte[Facets.All.Count];
        foreach (var facet in Facets.All)
        {
            var given = profiles.Select(profile => (byte)profile.Level(facet));
            levels[facet.Index] = facet.Merge == FacetMerge.MostDemanding ? given.Max() : given.Min();
        }

        return new Profile(profiles.MaxBy(profile => profile.Met.Value)!.Met, levels);
    }

    private static Profile Build(Met met, byte[] levels, IEnumerable<(int Facet, byte Level)> said)
    {
        foreach (var (facet, level) in said)
        {
            levels[facet] = level;
        }

        levels[Facets.Intensity.Index] = Met.IntensityOf(met.Value);
        return new Profile(met, levels);
    }

    private Met? ReadMet(MapReader map)
    {
        var (text, code) = (map.TextOrNull("met"), map.TextOrNull("code"));
        if (text is null)
        {
            if (code is not null)
            {
                map.Report("\"code\" is that of a MET value: add \"met\".");
            }

            return null;
        }

        if (!double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value is not (>= 1 and <= 20))
        {
            map.Report($"\"{text}\" is no MET value from 1 to 20.");
            return null;
        }

        if (code is not null && (code.Length != 5 || !code.All(char.IsAsciiDigit)))
        {
            map.Report($"\"{code}\" is no code of the Compendium: five digits.");
        }

        return new Met(value, code, sources.Named(code is null ? SourceShelf.GeneralKnowledgeKey : SourceShelf.CompendiumKey, map));
    }

    private sealed record Entry(string? Like, Met? Met, IReadOnlyList<(int Facet, byte Level)> Levels, MapReader Map);
}
