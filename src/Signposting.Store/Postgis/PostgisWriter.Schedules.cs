using Signposting.Store.Schedules;

namespace Signposting.Store.Postgis;

/// <summary>Expanded Schedules.</summary>
internal sealed partial class PostgisWriter
{
    private const string ReadSchedules = "SELECT subject_id, until FROM schedule WHERE subject_id = ANY($1)";

    private const string WriteSchedules = """
        INSERT INTO schedule (subject_id, until) SELECT * FROM unnest($1::bigint[], $2::bigint[])
        ON CONFLICT (subject_id) DO UPDATE SET until = excluded.until WHERE schedule.until <> excluded.until
        """;

    private const string DeleteSchedules = "DELETE FROM schedule WHERE subject_id = ANY($1)";

    private const string ReadExpanded = "SELECT feed_id, subject_id, start, seconds FROM session WHERE subject_id = ANY($1) AND item_key = $2";

    private const string ReadPublished = """
        SELECT asked.id FROM unnest($1::bigint[]) AS asked (id)
        WHERE EXISTS (SELECT FROM session s WHERE s.subject_id = asked.id AND s.item_key <> $2 AND s.flags & 8 = 0)
        """;

    private const string FindUnrolled = "SELECT subject_id FROM schedule WHERE subject_id > $2 AND until < $1 ORDER BY subject_id LIMIT $3";

    public async ValueTask<IReadOnlyList<ScheduleRow>> ReadSchedulesAsync(IReadOnlyCollection<long> subjectIds, CancellationToken cancel) =>
        subjectIds.Count == 0 ? [] : await session.ReadAsync(
            ReadSchedules, static r => new ScheduleRow(r.GetInt64(0), r.GetInt64(1)), cancel, Sql.Of(subjectIds)).ConfigureAwait(false);

    public ValueTask WriteSchedulesAsync(IReadOnlyCollection<ScheduleRow> rows, CancellationToken cancel)
    {
        if (rows.Count > 0)
            session.Tell(WriteSchedules, Sql.Of(rows.Select(r => r.SubjectId).ToArray()), Sql.Of(rows.Select(r => r.Until).ToArray()));
        return ValueTask.CompletedTask;
    }

    public ValueTask DeleteSchedulesAsync(IReadOnlyCollection<long> subjectIds, CancellationToken cancel)
    {
        if (subjectIds.Count > 0)
            session.Tell(DeleteSchedules, Sql.Of(subjectIds));
        return ValueTask.CompletedTask;
    }

    public async ValueTask<IReadOnlyList<ExpandedRow>> ReadExpandedAsync(IReadOnlyCollection<long> subjectIds, CancellationToken cancel) =>
        subjectIds.Count == 0 ? [] : await session.ReadAsync(
            ReadExpanded, static r => new ExpandedRow(r.GetInt64(0), r.GetInt64(1), r.GetInt64(2), r.Long(3)), cancel,
            Sql.Of(subjectIds), Sql.Of(ExpandedRow.ItemKey)).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<long>> ReadPublishedAsync(IReadOnlyCollection<long> subjectIds, CancellationToken cancel) =>
        subjectIds.Count == 0 ? [] : await session.ReadAsync(
            ReadPublished, static r => r.GetInt64(0), cancel, Sql.Of(subjectIds), Sql.Of(ExpandedRow.ItemKey)).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<long>> FindUnrolledAsync(long until, long afterSubject, int max, CancellationToken cancel) =>
        await session.ReadAsync(
            FindUnrolled, static r => r.GetInt64(0), cancel, Sql.Of(until), Sql.Of(afterSubject), Sql.Of((long)max)).ConfigureAwait(false);
}
