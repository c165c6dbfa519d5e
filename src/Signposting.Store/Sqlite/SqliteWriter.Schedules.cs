using Signposting.Store.Schedules;

namespace Signposting.Store.Sqlite;

/// <summary>Expanded Schedules.</summary>
internal sealed partial class SqliteWriter
{
    private const string ReadExpanded = "SELECT feed_id, start, seconds FROM session WHERE subject_id = @0 AND item_key = @1";

    private const string ReadPublished = "SELECT 1 FROM session WHERE subject_id = @0 AND item_key <> @1 AND flags & 8 = 0 LIMIT 1";

    public ValueTask<IReadOnlyList<ScheduleRow>> ReadSchedulesAsync(IReadOnlyCollection<long> subjectIds, CancellationToken cancel)
    {
        var rows = new List<ScheduleRow>();
        var statement = session.Statement("SELECT until FROM schedule WHERE subject_id = @0", 1);
        foreach (var id in subjectIds.Where(id => !_new.HasNoSchedule(id)))
        {
            if (statement.With(id).Long() is { } until)
                rows.Add(new ScheduleRow(id, until));
        }

        return ValueTask.FromResult<IReadOnlyList<ScheduleRow>>(rows);
    }

    public ValueTask WriteSchedulesAsync(IReadOnlyCollection<ScheduleRow> rows, CancellationToken cancel)
    {
        var statement = session.Statement("INSERT OR REPLACE INTO schedule (subject_id, until) VALUES (@0, @1)", 2);
        foreach (var row in rows)
        {
            statement.With(row.SubjectId, row.Until).Execute();
            _new.AddSchedule(row.SubjectId);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask DeleteSchedulesAsync(IReadOnlyCollection<long> subjectIds, CancellationToken cancel)
    {
        var statement = session.Statement("DELETE FROM schedule WHERE subject_id = @0", 1);
        foreach (var id in subjectIds)
            statement.With(id).Execute();
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<ExpandedRow>> ReadExpandedAsync(IReadOnlyCollection<long> subjectIds, CancellationToken cancel)
    {
        var rows = new List<ExpandedRow>();
        foreach (var id in subjectIds)
        {
            using var reader = session.Statement(ReadExpanded, 2).With(id, ExpandedRow.ItemKey).Read();
            while (reader.Read())
                rows.Add(new ExpandedRow(reader.GetInt64(0), id, reader.GetInt64(1), reader.Long(2)));
        }

        return ValueTask.FromResult<IReadOnlyList<ExpandedRow>>(rows);
    }

    public ValueTask<IReadOnlyList<long>> ReadPublishedAsync(IReadOnlyCollection<long> subjectIds, CancellationToken cancel)
    {
        var statement = session.Statement(ReadPublished, 2);
        return ValueTask.FromResult<IReadOnlyList<long>>([.. subjectIds.Where(id => statement.With(id, ExpandedRow.ItemKey).Any())]);
    }

    public ValueTask<IReadOnlyList<long>> FindUnrolledAsync(long until, long afterSubject, int max, CancellationToken cancel)
    {
        var ids = new HashSet<long>();
        AddIds(ids, session.Statement("SELECT subject_id FROM schedule WHERE subject_id > @1 AND until < @0 ORDER BY subject_id LIMIT @2", 3).With(until, afterSubject, max));
        return ValueTask.FromResult<IReadOnlyList<long>>([.. ids.Order()]);
    }
}
