using System.Text;

namespace Feeds.Harvester.Normalising;

/// <summary>Finds the property that a JSON name stands for, without making a string of it.</summary>
internal static class PropertyNames
{
    private const int Buckets = 256;

    private static readonly Dictionary<Property, string> Special = new()
    {
        [Property.AtId] = "@id",
        [Property.AtType] = "@type",
        [Property.FormattedDescription] = "beta:formattedDescription",
        [Property.BetaFacilityType] = "beta:facilityType",
        [Property.BetaVirtualLocation] = "beta:virtualLocation",
        [Property.BetaLevel] = "beta:level",
        [Property.BetaIsWheelchairAccessible] = "beta:isWheelchairAccessible",
        [Property.BetaIsCoached] = "beta:isCoached",
        [Property.BetaMeetingPoint] = "beta:meetingPoint",
        [Property.BetaSchedulingNote] = "beta:schedulingNote",
        [Property.BetaCourse] = "beta:course",
    };

    private static readonly (byte[] Name, Property Property)[][] Table = Build();

    internal static bool TryFind(ReadOnlySpan<byte> name, out Property property)
    {
        property = default;
        if (name.IsEmpty)
            return false;
        foreach (var entry in Table[Bucket(name)])
        {
            if (name.SequenceEqual(entry.Name))
            {
                property = entry.Property;
                return true;
            }
        }

        return false;
    }

    /// <summary>What a reference has too: who and what it is.</summary>
    internal static bool IsOfReference(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("@id"u8) || name.SequenceEqual("id"u8) || name.SequenceEqual("@type"u8) || name.SequenceEqual("type"u8) || name.SequenceEqual("@context"u8);

    private static (byte[] Name, Property Property)[][] Build() =>
        [.. Enumerable.Range(0, Buckets)
            .GroupJoin(
                Enum.GetValues<Property>().Select(property => (Name: Encoding.UTF8.GetBytes(NameOf(property)), Property: property)),
                bucket => bucket,
                entry => Bucket(entry.Name),
                (_, entries) => entries.ToArray())];

    /// <summary>The standard's names are the members' names with a small first letter.</summary>
    private static string NameOf(Property property)
    {
        var name = property.ToString();
        return Special.TryGetValue(property, out var special) ? special : char.ToLowerInvariant(name[0]) + name[1..];
    }

    private static int Bucket(ReadOnlySpan<byte> name) => ((name.Length * 37) + (name[0] * 7) + (name[^1] * 11) + name[name.Length / 2]) % Buckets;
}
