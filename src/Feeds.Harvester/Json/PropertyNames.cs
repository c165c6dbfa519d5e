using System.Buffers;
using System.Text;

namespace Feeds.Harvester.Json;

/// <summary>Finds the property that a JSON name stands for, without making a string of it.</summary>
internal static class PropertyNames
{
    private const int Buckets = 1_024;
    private const int LongestName = 64;
    private const int EscapedUnit = 6;

    private static readonly Dictionary<Property, string> Special = new()
    {
        [Property.AtId] = "@id",
        [Property.AtType] = "@type",
        [Property.AtContext] = "@context",
        [Property.FormattedDescription] = "beta:formattedDescription",
        [Property.BetaFacilityType] = "beta:facilityType",
        [Property.BetaVirtualLocation] = "beta:virtualLocation",
        [Property.BetaLevel] = "beta:level",
        [Property.BetaIsWheelchairAccessible] = "beta:isWheelchairAccessible",
        [Property.BetaIsCoached] = "beta:isCoached",
        [Property.BetaMeetingPoint] = "beta:meetingPoint",
        [Property.BetaSchedulingNote] = "beta:schedulingNote",
        [Property.BetaCourse] = "beta:course",
        [Property.BetaContactPoint] = "beta:contactPoint",
    };

    /// <summary>By property.</summary>
    private static readonly byte[][] Names = [.. Enum.GetValues<Property>().Where(property => property != Property.None).Select(property => Encoding.UTF8.GetBytes(Of(property)))];

    /// <summary>By property, its name, the quotation mark behind it and a colon.</summary>
    private static readonly byte[][] NamesToColon = [.. Names.Select(name => (byte[])[.. name, (byte)'"', (byte)':'])];

    /// <summary>By property, the next one of its bucket.</summary>
    private static readonly Property[] Next = new Property[Names.Length];

    /// <summary>By bucket, the first property of it.</summary>
    private static readonly Property[] First = Chain();

    /// <summary>A property as it is published.</summary>
    internal static string Of(Property property)
    {
        // The standard's names are the members' names with a small first letter.
        var name = property.ToString();
        return Special.TryGetValue(property, out var special) ? special : char.ToLowerInvariant(name[0]) + name[1..];
    }

    /// <summary>What most often follows the first quotation mark of a name: the name as it is, the second one, and a colon.</summary>
    internal static ReadOnlySpan<byte> ToColon(Property property) => NamesToColon[(int)property];

    /// <param name="name">Without quotation marks; nothing in it is escaped.</param>
    internal static Property Find(ReadOnlySpan<byte> name)
    {
        if (name.IsEmpty)
            return Property.None;
        for (var property = First[Bucket(name)]; property != Property.None; property = Next[(int)property])
        {
            if (name.SequenceEqual(Names[(int)property]))
                return property;
        }

        return Property.None;
    }

    /// <summary>No name that is read needs an escape, but any may be written with some: <c>n\u0061me</c>.</summary>
    /// <param name="name">Without quotation marks; its escapes are known to be well-formed.</param>
    internal static Property FindEscaped(ReadOnlySpan<byte> name)
    {
        Span<byte> plain = stackalloc byte[LongestName];
        var length = 0;
        for (; !name.IsEmpty; length++)
        {
            if (length == LongestName)
                return Property.None;
            plain[length] = name[0];
            if (name[0] == '\\' && !(name.StartsWith("\\u00"u8) && Convert.FromHexString(name[4..EscapedUnit], plain[length..], out _, out _) == OperationStatus.Done))
                return Property.None;
            name = name[(name[0] == '\\' ? EscapedUnit : 1)..];
        }

        return Find(plain[..length]);
    }

    private static Property[] Chain()
    {
        var firsts = new Property[Buckets];
        Array.Fill(firsts, Property.None);
        for (var property = 0; property < Names.Length; property++)
        {
            ref var first = ref firsts[Bucket(Names[property])];
            (Next[property], first) = (first, (Property)property);
        }

        return firsts;
    }

    private static int Bucket(ReadOnlySpan<byte> name) => ((name.Length * 37) + (name[0] * 7) + (name[^1] * 11) + (name[name.Length / 2] * 3)) % Buckets;
}
