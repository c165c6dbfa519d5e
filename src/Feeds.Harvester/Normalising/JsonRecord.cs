using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Feeds.Harvester.Normalising;

/// <summary>
/// An opportunity or session as JSON, its known properties found in one pass: ten of eleven items are lean sessions,
/// and looking up each of some sixty names would cost more than parsing them.
/// </summary>
internal readonly ref struct JsonRecord
{
    private readonly Values _values;
    private readonly ulong _present;

    internal JsonRecord(JsonElement json)
    {
        Json = json;
        if (!json.IsObject())
            return;
        foreach (var property in json.EnumerateObject())
        {
            if (!TryFind(property, out var known))
                continue;
            _values[(int)known] = property.Value;
            _present = property.Value.IsAbsent() ? _present & ~Properties.Bit(known) : _present | Properties.Bit(known);
        }
    }

    internal JsonElement Json { get; }

    /// <summary>The value; undefined when absent. Of a name that occurs twice the last value counts.</summary>
    internal JsonElement this[Property property] => Has(property) ? _values[(int)property] : default;

    /// <summary>The first of two properties that is present.</summary>
    internal JsonElement this[Property property, Property otherwise] => Has(property) ? this[property] : this[otherwise];

    internal bool Has(Property property) => (_present & Properties.Bit(property)) != 0;

    internal bool HasAny(ulong properties) => (_present & properties) != 0;

    /// <summary>Whether it says anything beyond who and what it is: otherwise it is a reference.</summary>
    internal bool HasContent() => Json.IsObject() && Json.EnumerateObject().Any(property =>
        !property.Value.IsAbsent() && !property.NameEquals("@id"u8) && !property.NameEquals("id"u8)
        && !property.NameEquals("@type"u8) && !property.NameEquals("type"u8) && !property.NameEquals("@context"u8));

    private static bool TryFind(JsonProperty property, out Property known)
    {
        var name = JsonMarshal.GetRawUtf8PropertyName(property);
        return PropertyNames.TryFind(name.Contains((byte)'\\') ? System.Text.Encoding.UTF8.GetBytes(property.Name) : name, out known);
    }

    [InlineArray(Properties.Count)]
    private struct Values
    {
        private JsonElement _first;
    }
}
