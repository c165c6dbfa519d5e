using Signposting.Store.Opportunities;

namespace Signposting.Store.Sqlite;

/// <summary>
/// Rows by their public ids, without an index of all: an id is the beginning of its subject's key (docs/decisions/0006), and random keys in one more
/// index cost a page written for nearly each record (docs/decisions/0026).
/// </summary>
internal static class PublicIds
{
    private const int KeyBytes = 16;

    private const string OfSubjects = """
        SELECT min(o.id) FROM (
          SELECT subject_id FROM subject_by_key WHERE key >= @0 AND key <= @1
          UNION ALL SELECT subject_id FROM subject_by_key_new WHERE key >= @0 AND key <= @1) s
        CROSS JOIN opportunity o ON o.subject_id = s.subject_id WHERE o.public_id = @2
        """;

    private const string OfParts = "SELECT id FROM opportunity WHERE public_id = @0 AND split IS NOT NULL";

    private const string OfShared = "SELECT id FROM opportunity WHERE public_id = @0 AND shared_id IS NOT NULL";

    public static long? Find(SqliteSession session, string publicId)
    {
        if (!SubjectKey.IsPublicId(publicId))
            return null;
        var (first, last) = KeysOf(SubjectKey.StartOf(publicId));
        return session.Statement(OfSubjects, 3).With(first, last, publicId).Long() ?? session.Statement(OfParts, 1).With(publicId).Long()
            ?? session.Statement(OfShared, 1).With(publicId).Long();
    }

    /// <summary>Between which keys those are that have the same public id.</summary>
    public static (byte[] First, byte[] Last) KeysOf(SubjectKey key) => KeysOf(key.ToBytes()[..SubjectKey.PublicIdBytes]);

    /// <summary>Between which keys those are that have this beginning: bytes are compared from the left, and the shorter comes first.</summary>
    private static (byte[] First, byte[] Last) KeysOf(byte[] start)
    {
        var last = new byte[KeyBytes];
        start.CopyTo(last, 0);
        last.AsSpan(start.Length).Fill(byte.MaxValue);
        return (start, last);
    }
}
