using System.Buffers.Binary;

namespace Signposting.Store.Commit;

/// <summary>
/// What an item left in the store, so that its next version or its tombstone can take it away:
/// sessions (subject, start; <c>ord</c> is the position) and fragments (subject, origin).
/// </summary>
internal sealed record ItemRefs(IReadOnlyList<(long SubjectId, long Start)> Sessions, IReadOnlyList<(long SubjectId, byte Origin)> Fragments)
{
    private static readonly ItemRefs Nothing = new([], []);

    public static ItemRefs Of(ItemRow item)
    {
        if (item.Refs is { } bytes)
            return Read(bytes);
        return item is { SubjectId: { } subject, Start: { } start } ? new([(subject, start)], []) : Nothing;
    }

    public static byte[] ToBytes(List<(long SubjectId, long Start)> sessions, List<(long SubjectId, byte Origin)> fragments)
    {
        var bytes = new byte[8 + (16 * sessions.Count) + (9 * fragments.Count)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, sessions.Count);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), fragments.Count);
        var rest = bytes.AsSpan(8);
        foreach (var (subject, start) in sessions)
        {
            BinaryPrimitives.WriteInt64LittleEndian(rest, subject);
            BinaryPrimitives.WriteInt64LittleEndian(rest[8..], start);
            rest = rest[16..];
        }

        foreach (var (subject, origin) in fragments)
        {
            BinaryPrimitives.WriteInt64LittleEndian(rest, subject);
            rest[8] = origin;
            rest = rest[9..];
        }

        return bytes;
    }

    private static ItemRefs Read(ReadOnlySpan<byte> bytes)
    {
        var sessions = new (long, long)[BinaryPrimitives.ReadInt32LittleEndian(bytes)];
        var fragments = new (long, byte)[BinaryPrimitives.ReadInt32LittleEndian(bytes[4..])];
        var rest = bytes[8..];
        for (var i = 0; i < sessions.Length; i++, rest = rest[16..])
            sessions[i] = (BinaryPrimitives.ReadInt64LittleEndian(rest), BinaryPrimitives.ReadInt64LittleEndian(rest[8..]));
        for (var i = 0; i < fragments.Length; i++, rest = rest[9..])
            fragments[i] = (BinaryPrimitives.ReadInt64LittleEndian(rest), rest[8]);
        return new(sessions, fragments);
    }
}
