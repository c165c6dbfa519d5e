using Signposting.Store.Opportunities;

namespace Signposting.Store.Sqlite;

/// <summary>
/// Rows by their public ids, without an index of all: an id is the beginning of its subject's key (docs/decisions/0006), and random keys in one more
/// index cost a page written for nearly each record (docs/decisions/0026).
/// </summary>
internal static class PublicIds
{
    private const string OfSubjects = """
        SELECT min(o.id) FROM (
          SELECT subject_id FROM subject_by_head WHERE head = @0
          UNION ALL SELECT subject_id FROM subject_by_head_new WHERE head = @0) s
        CROSS JOIN opportunity o ON o.subject_id = s.subject_id WHERE o.public_id = @1
        """;

    private const string OfParts = "SELECT id FROM opportunity WHERE public_id = @0 AND split IS NOT NULL";

    private const string OfShared = "SELECT id FROM opportunity WHERE public_id = @0 AND shared_id IS NOT NULL";

    public static long? Find(SqliteSession session, string publicId)
    {
        if (!SubjectKey.IsPublicId(publicId))
            return null;
        return session.Statement(OfSubjects, 2).With(SubjectKey.HeadOf(publicId), publicId).Long() ?? session.Statement(OfParts, 1).With(publicId).Long()
            ?? session.Statement(OfShared, 1).With(publicId).Long();
    }
}
