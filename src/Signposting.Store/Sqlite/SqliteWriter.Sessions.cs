namespace Signposting.Store.Sqlite;

/// <summary>Notes whose sessions a transaction has changed. The removal of what is over is none: no search asks for it any more.</summary>
internal sealed partial class SqliteWriter
{
    /// <summary>Rows that are kept: a process that has not searched for so long forgets everything.</summary>
    private const int KeptChanges = 50_000;

    private readonly HashSet<long> _rescheduled = [];

    private void NoteSessionChanges()
    {
        if (_rescheduled.Count == 0)
            return;
        // Transactions come one after the other: what follows the last is after it for every reader.
        var seq = session.Statement("SELECT max(seq) FROM session_change", 0).Long() ?? 0;
        var note = session.Statement("INSERT INTO session_change (seq, subject_id) VALUES (@0, @1)", 2);
        foreach (var subject in _rescheduled)
            note.With(++seq, subject).Execute();
        session.Statement("DELETE FROM session_change WHERE seq <= @0", 1).With(seq - KeptChanges).Execute();
    }
}
