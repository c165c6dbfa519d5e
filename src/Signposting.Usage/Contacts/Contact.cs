using System.Runtime.InteropServices;
using Signposting.Store.Usage;

namespace Signposting.Usage.Contacts;

/// <summary>What one client did on one day for somebody of one area with one set of conditions: the unit that is counted.</summary>
public sealed class Contact
{
    /// <summary>Fewer suitable ones than this is unmet demand.</summary>
    private const int Enough = 3;

    private static readonly Dictionary<string, Events> Nothing = [];

    // A month has many contacts, and most of them few of these.
    private Dictionary<string, Events>? _activities;
    private Dictionary<string, Events>? _providers;
    private ChannelEvents _channels;
    private int? _mostFound;
    private bool _foundEnough;
    private DistanceBand? _nearest;

    internal Contact(UsageArea area, IReadOnlyList<string> conditions) => (Area, Conditions) = (area, conditions);

    public UsageArea Area { get; }

    /// <summary>Keys, each once; empty: none was named.</summary>
    public IReadOnlyList<string> Conditions { get; }

    public Events All { get; private set; }

    /// <summary>Events that name an activity, by its id.</summary>
    public IReadOnlyDictionary<string, Events> Activities => _activities ?? Nothing;

    /// <summary>Views and signposts by provider.</summary>
    public IReadOnlyDictionary<string, Events> Providers => _providers ?? Nothing;

    /// <summary>Those that were used.</summary>
    public IEnumerable<(UsageChannel Channel, Events Events)> Channels => _channels.Used;

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
            Add(ref _activities, activity, one);
        _channels.Add(usage.Channel, one);
        if (usage.Kind != UsageKind.Search)
            Add(ref _providers, usage.Provider is { Length: > 0 } provider ? provider : Words.NotStated, one);
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

    private static void Add(ref Dictionary<string, Events>? counts, string key, Events one)
    {
        counts ??= new(StringComparer.Ordinal);
        CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _) += one;
    }
}
