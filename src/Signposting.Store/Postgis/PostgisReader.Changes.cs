using System.Collections.Immutable;
using Npgsql;
using Signposting.Store.Search;

namespace Signposting.Store.Postgis;

/// <summary>
/// What changed since this process searched last, in one question with the first that a search has: what it remembers of cards and sessions
/// is used, and the answer thrown away when that question tells otherwise (docs/decisions/0031).
/// </summary>
internal sealed partial class PostgisReader
{
    /// <summary>Reading more transactions than this costs more than forgetting everything.</summary>
    private const int MostChanges = 128;

    private const int MostStarts = 48;

    /// <summary>Searches ask the same few statements again and again, all of them look-ups by key: planning them anew costs more than they do.</summary>
    private const string PlanOnce = "SET LOCAL plan_cache_mode = force_generic_plan";

    /// <summary>The change that the asker knows comes first: without it, nobody can tell what else is missing. One row at least, for the last column.</summary>
    private const string Changes = """
        SELECT c.seq, c.subjects, c.cells, c.versions, EXISTS (SELECT FROM feed WHERE concealed)
        FROM (VALUES (1)) AS one LEFT JOIN LATERAL (
          SELECT seq, CASE WHEN seq > $1 THEN subjects END AS subjects, CASE WHEN seq > $1 THEN cells END AS cells, CASE WHEN seq > $1 THEN versions END AS versions
          FROM search_change WHERE seq >= $1 ORDER BY seq LIMIT $2) c ON true
        ORDER BY c.seq
        """;

    private const string LastChange = "SELECT coalesce(max(seq), 0) FROM search_change";

    private const string AllCells = "SELECT cell, version FROM card_cell";

    /// <summary>Flag 8, the whole span of an event, counts only while no other session of it is held.</summary>
    private const string Upcoming = """
        SELECT asked.id, next.start, next.flags
        FROM unnest($1::bigint[]) AS asked (id)
        CROSS JOIN LATERAL (
          SELECT s.start, s.flags FROM session s
          WHERE s.subject_id = asked.id AND s.start >= $2
            AND (s.flags & 8 = 0 OR NOT EXISTS (SELECT FROM session part WHERE part.subject_id = s.subject_id AND part.flags & 8 = 0))
          ORDER BY s.start LIMIT $3) next
        ORDER BY asked.id, next.start
        """;

    private bool _plansOnce;
    private bool _trusts;
    private bool _conceals;
    private CellVersions.State? _cells;
    private List<Change> _news = [];

    /// <summary>The change since which <see cref="_news"/> are complete; null: they are not.</summary>
    private long? _since;

    public void TrustMemory() => _trusts = _cells is null;

    public void StartOver()
    {
        (_plansOnce, _trusts, _cells, _since) = (false, false, null, null);
        session.StartOver();
    }

    public async ValueTask<SessionChanges?> ReadSessionChangesAsync(long after, CancellationToken cancel)
    {
        var (last, conceals, _) = await CatchUpAsync(cancel).ConfigureAwait(false);
        if (conceals)
            return null;
        // A reader may have begun a little before the one that saw the latest change.
        if (last <= after)
            return new SessionChanges(last, [], IsComplete: true);
        var changes = after == _since ? _news : await ReadChangesAsync(after, cancel).ConfigureAwait(false);
        return Follow(changes, after)
            ? new SessionChanges(last, [.. changes.SelectMany(c => c.Subjects)], IsComplete: true)
            : new SessionChanges(last, [], IsComplete: false);
    }

    public async ValueTask<Dictionary<long, KnownStarts>> ReadUpcomingAsync(IReadOnlyCollection<long> subjectIds, long from, CancellationToken cancel)
    {
        if (subjectIds.Count == 0)
            return [];
        var timed = new HashSet<long>();
        Begin();
        session.Ask(Times, r => timed.Add(r.GetInt64(0)), Sql.Of(subjectIds));
        var rows = await session.ReadAsync(Upcoming, static r => (Id: r.GetInt64(0), Start: r.GetInt64(1), Flags: r.GetInt16(2)), cancel,
            Sql.Of(subjectIds), Sql.Of(from), Sql.Of((long)MostStarts)).ConfigureAwait(false);
        var upcoming = rows.ToLookup(row => row.Id, row => (row.Start, row.Flags));
        var known = new Dictionary<long, KnownStarts>(subjectIds.Count);
        foreach (var id in subjectIds)
            known[id] = Known([.. upcoming[id]], from, timed.Contains(id));
        return known;
    }

    /// <summary>Status 1 is cancelled, 2 postponed.</summary>
    private static KnownStarts Known((long Start, short Flags)[] rows, long from, bool isTimed)
    {
        var starts = rows.Where(row => (row.Flags & 3) is not (1 or 2)).Select(row => row.Start).Distinct();
        return new KnownStarts(from, [.. starts], rows.Length < MostStarts ? long.MaxValue : rows[^1].Start, isTimed);
    }

    /// <summary>To be called before each question of a search.</summary>
    private void Begin()
    {
        if (_plansOnce)
            return;
        _plansOnce = true;
        session.Tell(PlanOnce);
    }

    /// <summary>The versions of cells in the state that this reader sees, or, where memory is trusted, is about to see.</summary>
    private async ValueTask<CellVersions.State> CatchUpAsync(CancellationToken cancel)
    {
        if (_cells is { } seen)
            return seen;
        var known = engine.Cells.Latest;
        if (_trusts && known is not null)
        {
            AskChanges(known.Seq, _news = []);
            session.Check = () => Prove(known);
            return _cells = known;
        }

        _news = await ReadChangesAsync(known?.Seq ?? 0, cancel).ConfigureAwait(false);
        if (known is not null && Follow(_news, known.Seq))
            (_since, _cells) = (known.Seq, After(known));
        else
            _cells = await ReadCellsAsync(cancel).ConfigureAwait(false);
        return engine.Cells.Latest = _cells;
    }

    /// <summary>The question that had waited was answered, with all that was asked after it: is memory what this snapshot has?</summary>
    private void Prove(CellVersions.State known)
    {
        session.Check = null;
        var follows = Follow(_news, known.Seq);
        if (follows && _news.Count == 1 && _conceals == known.Conceals)
        {
            _since = known.Seq;
            return;
        }

        if (follows)
            engine.Cells.Latest = After(known);
        throw new MemoryBehindException();
    }

    private CellVersions.State After(CellVersions.State known) => _news.Count == 1 && _conceals == known.Conceals
        ? known
        : new CellVersions.State(_news[^1].Seq, _conceals, known.Versions.SetItems(_news.SelectMany(c => c.Cells.Zip(c.Versions, KeyValuePair.Create))));

    private async ValueTask<CellVersions.State> ReadCellsAsync(CancellationToken cancel)
    {
        var cells = new List<KeyValuePair<long, long>>();
        session.Ask(AllCells, r => cells.Add(new(r.GetInt64(0), r.GetInt64(1))));
        var last = await session.ReadAsync(LastChange, static r => r.GetInt64(0), cancel).ConfigureAwait(false);
        return new CellVersions.State(last[0], _conceals, ImmutableDictionary.CreateRange(cells));
    }

    private async Task<List<Change>> ReadChangesAsync(long after, CancellationToken cancel)
    {
        var changes = new List<Change>();
        AskChanges(after, changes);
        await session.FlushAsync(cancel).ConfigureAwait(false);
        return changes;
    }

    private void AskChanges(long after, List<Change> changes)
    {
        Begin();
        session.Ask(Changes, r => Add(r, changes), Sql.Of(after), Sql.Of(MostChanges + 1L));
    }

    private void Add(NpgsqlDataReader r, List<Change> changes)
    {
        _conceals = r.GetBoolean(4);
        if (!r.IsDBNull(0))
            changes.Add(new Change(r.GetInt64(0), Numbers(r, 1), Numbers(r, 2), Numbers(r, 3)));
    }

    private static long[] Numbers(NpgsqlDataReader r, int column) => r.IsDBNull(column) ? [] : r.GetFieldValue<long[]>(column);

    /// <summary>Whether these are all changes since a known one.</summary>
    private static bool Follow(List<Change> changes, long after) => changes.Count is > 0 and <= MostChanges && changes[0].Seq == after;

    private sealed record Change(long Seq, long[] Subjects, long[] Cells, long[] Versions);
}
