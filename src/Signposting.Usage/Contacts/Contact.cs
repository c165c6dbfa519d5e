using Signposting.Store.Usage;

namespace Signposting.Usage.Contacts;

/// <summary>What one client did on one day for somebody of one area with one set of conditions: the unit that is counted.</summary>
public sealed class Contact
{
    /// <summary>Fewer suitable ones than this is unmet demand.</summary>
    private const int Enough = 3;

    private readonly Dictionary<string, Events> _activities = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Events> _providers = new(StringComparer.Ordinal);
    private readonly Dictionary<UsageChannel, Events> _channels = [];
    private int? _mostFound;
    private bool _foundEnough;
    private DistanceBand? _nearest;

    internal Contact(UsageArea area, IReadOnlyList<string> conditions) => (Area, Conditions) = (area, conditions);

    public UsageArea Area { get; }

    /// <summary>Keys, each once; empty: none was named.</summary>
    public IReadOnlyList<string> Conditions { get; }

    public Events All { get; private set; }

    /// <summary>Events that name an activity, by its id.</summary>
    public IReadOnlyDictionary<string, Events> Activities => _activities;

    /// <summary>Views and signposts by provider.</summary>
    public IReadOnlyDictionary<string, Events> Providers => _providers;

    public IReadOnlyDictionary<UsageChannel, Events> Channels => _channels;

    /// <summary>
    /// The band of the nearest suitable result, when all its searches found fewer than three; <see cref="Words.None"/> when
    /// they found none. Null: a search found enough, or may have, or there was none that could tell.
    /// </summary>
    public string? Unmet => _foundEnough || _mostFound is not { } most ? null : most == 0 ? Words.None : Bands.NameOf(_nearest);

    internal void Add(UsageEvent usage)
    {
        var one = new Events(usage.Kind == UsageKind.Search ? 1 : 0, usage.Kind == UsageKind.Signpost ? 1 : 0);
        All += one;
        foreach (var activity in usage.Activities)
            Add(_activities, activity, one);
        Add(_channels, usage.Channel, one);
        if (usage.Kind != UsageKind.Search)
            Add(_providers, usage.Provider is { Length: > 0 } provider ? provider : Words.NotStated, one);
        else if (usage.Results is { } results)
            Note(results, usage.Distance);
    }

    // Where no condition was named, nothing was judged: what was found counts.
    private void Note(UsageResults results, DistanceBand? nearest)
    {
        var found = results.Suited ?? results.Count;
        _mostFound = Math.Max(_mostFound ?? 0, found);
        _foundEnough |= found >= Enough || (results.Suited is null ? results.More : results.MoreSuited);
        if (found > 0 && nearest is { } band && (_nearest is not { } known || band < known))
            _nearest = band;
    }

    private static void Add<T>(Dictionary<T, Events> counts, T key, Events one) where T : notnull => counts[key] = counts.GetValueOrDefault(key) + one;
}
