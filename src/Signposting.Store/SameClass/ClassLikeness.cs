using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Signposting.Store.Commit;
using Signposting.Store.Opportunities;
using Signposting.Store.Search;

namespace Signposting.Store.SameClass;

/// <summary>
/// By which number records are found that may be of the same class: the cell that it is in above 32 bits of its name and kind, which are never 0.
/// Different names may share the number; the same never have two in one cell.
/// </summary>
internal static class ClassLikeness
{
    /// <summary>Places farther apart than this are never one (see <see cref="SameClassProof"/>).</summary>
    public const double NearMetres = 150;

    /// <summary>The bits of name and kind.</summary>
    public const long NameBits = 0xFFFF_FFFF;

    private const int Slots = 1024;

    /// <summary>Longer names are nobody else's, and are not to take memory.</summary>
    private const int LongestSeen = 100;

    [ThreadStatic]
    private static Seen[]? threadSeen;

    /// <summary>
    /// Null for what is never merged: what happens online has no place, what is offered at several venues no single one, and all courts
    /// of a hall are to be had at the same times.
    /// </summary>
    public static long? Of(OpportunityType type, OpportunityFlags flags, string? name, GeoPoint? point)
    {
        const OpportunityFlags Which = OpportunityFlags.Placed | OpportunityFlags.Online | OpportunityFlags.Split | OpportunityFlags.Parts;
        if (point is null || name is null || (flags & Which) != OpportunityFlags.Placed || type.Kind() is OpportunityKind.Facility or OpportunityKind.OnDemand)
            return null;
        return NumberOf(name, type.Kind()) is var number and not 0 ? FirstOf(point.Value) | number : null;
    }

    /// <summary>The lowest number in the cell of a point: that of what is never merged.</summary>
    public static long FirstOf(GeoPoint point) => CardCell.NumberOf(point) << 32;

    /// <summary>The numbers under which a record of the same name stands when it is within <see cref="NearMetres"/> of the point.</summary>
    public static long[] Around(long likeness, GeoBox box)
    {
        var (name, row, column) = (likeness & NameBits, CardCell.Row(box.MinLat), CardCell.Column(box.MinLon));
        var columns = CardCell.Column(box.MaxLon) - column + 1;
        var near = new long[(CardCell.Row(box.MaxLat) - row + 1) * columns];
        for (var i = 0; i < near.Length; i++)
            near[i] = (CardCell.Number(row + (i / columns), column + (i % columns)) << 32) | name;
        return near;
    }

    /// <summary>Of name and kind; 0 where the name has no words. Most names are those of other records too.</summary>
    private static uint NumberOf(string name, OpportunityKind kind)
    {
        if (name.Length > LongestSeen)
            return HashOf(SearchWords.Plain(name), kind);
        var all = threadSeen ??= new Seen[Slots];
        ref var seen = ref all[(name.GetHashCode(StringComparison.Ordinal) + (int)kind) & (Slots - 1)];
        if (seen.Kind != kind || seen.Name != name)
            seen = new(name, kind, HashOf(SearchWords.Plain(name), kind));
        return seen.Number;
    }

    private static uint HashOf(string plain, OpportunityKind kind)
    {
        if (plain.Length == 0)
            return 0;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{kind.Word()}\n{plain}"), hash);
        return Math.Max(1, BinaryPrimitives.ReadUInt32LittleEndian(hash));
    }

    private readonly record struct Seen(string Name, OpportunityKind Kind, uint Number);
}
