using System.Numerics;
using Signposting.Store.Opportunities;

namespace Signposting.Store.Sqlite;

/// <summary>
/// Tells of most subjects that they are new without looking for them in a tree of millions: a bit stands for all heads that begin alike, and is set when
/// there is one. Heads are of a SHA-256 and need no other hash. It may say "perhaps" of what is not there, and never "no" of what is: subjects are never
/// deleted, and what other processes have added has higher ids. Used under the writer's lock only.
/// </summary>
internal sealed class SubjectHeads
{
    private const int FewestBits = 22;

    /// <summary>8 MB: of ten million subjects one in seven is looked for in vain.</summary>
    private const int MostBits = 26;

    /// <summary>Bits for each subject: one in so many that are not there is looked for.</summary>
    private const int Sparse = 16;

    private const string ReadKeys = "SELECT key FROM subject WHERE id > @0";

    /// <summary>To look for one subject takes about as long as to take note of so many: a run that meets few new ones does not read a store of millions first.</summary>
    private const int NotedForOneAsked = 16;

    private ulong[] _bits = [];
    private int _log;
    private long _last;
    private long _count;
    private long _asked;

    /// <summary>A subject was looked for that this might have known.</summary>
    public void Ask() => _asked++;

    /// <summary>Takes note of subjects that others have added, if that is worth it by now. To be called before the transaction adds any.</summary>
    /// <param name="session">The writer's.</param>
    /// <param name="last">The highest id that there is.</param>
    /// <returns>Whether it can be asked, and has to be told, in this transaction.</returns>
    public bool TryCatchUp(SqliteSession session, long last)
    {
        if (last < _last)
            _last = 0;
        if (last - _last > _asked * NotedForOneAsked)
            return false;
        if (_last == 0 || NeedsMore(Math.Max(_count, last)))
            StartAnew(Math.Max(_count, last));
        if (last != _last)
            Read(session);
        (_last, _asked) = (last, 0);
        return true;
    }

    public void Add(long head)
    {
        var bit = (ulong)head >> (64 - _log);
        _bits[bit >> 6] |= 1UL << (int)(bit & 63);
        _count++;
    }

    public bool MayHave(long head)
    {
        var bit = (ulong)head >> (64 - _log);
        return (_bits[bit >> 6] & (1UL << (int)(bit & 63))) != 0;
    }

    /// <summary>What the transaction added is in the store.</summary>
    public void Commit(long last) => _last = last;

    private void Read(SqliteSession session)
    {
        using var reader = session.Statement(ReadKeys, 1).With(_last).Read();
        while (reader.Read())
            Add(SubjectKey.FromBytes(reader.GetUtf8(0)).Head);
    }

    private bool NeedsMore(long subjects) => _log < MostBits && subjects > (1L << _log) / Sparse;

    private void StartAnew(long subjects)
    {
        var log = Math.Clamp(BitOperations.Log2((ulong)Math.Max(subjects, 1) * Sparse) + 2, FewestBits, MostBits);
        (_bits, _log, _last, _count) = (new ulong[1 << (log - 6)], log, 0, 0);
    }
}
