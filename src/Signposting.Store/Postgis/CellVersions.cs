using System.Collections.Immutable;

namespace Signposting.Store.Postgis;

/// <summary>The versions of all cells that ever held a card, as the latest searches of this process saw them: some thousands.</summary>
internal sealed class CellVersions
{
    private State? _latest;

    /// <summary>Each is whole in itself: an earlier one that comes late costs the next search a little time, and nothing else.</summary>
    public State? Latest
    {
        get => Volatile.Read(ref _latest);
        set => Volatile.Write(ref _latest, value);
    }

    /// <param name="Seq">The last change that is in it.</param>
    /// <param name="Conceals">Whether some sessions are left out of answers.</param>
    /// <param name="Versions">By cell.</param>
    internal sealed record State(long Seq, bool Conceals, ImmutableDictionary<long, long> Versions);
}
