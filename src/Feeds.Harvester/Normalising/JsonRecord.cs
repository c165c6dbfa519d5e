using System.Runtime.CompilerServices;
using Feeds.Harvester.Json;

namespace Feeds.Harvester.Normalising;

/// <summary>
/// An opportunity or session as JSON, its properties found in one pass: ten of eleven items are lean sessions,
/// and looking up each of some sixty names would cost more than parsing them.
/// </summary>
internal readonly ref struct JsonRecord
{
    private readonly Places _places;
    private readonly ulong _present;

    internal JsonRecord(JsonValue json)
    {
        Json = json;
        Unsafe.SkipInit(out _places);
        if (!json.IsObject())
            return;
        for (var members = new JsonMembers(json); members.MoveNext();)
        {
            var known = members.Name;
            if ((int)known >= Properties.Count)
                continue;
            _places[(int)known] = members.Value.At;
            _present = members.Value.IsAbsent() ? _present & ~Properties.Bit(known) : _present | Properties.Bit(known);
        }
    }

    internal JsonValue Json { get; }

    /// <summary>The value; undefined when absent. Of a name that occurs twice the last value counts.</summary>
    internal JsonValue this[Property property] => Has(property) ? new(Json.Tokens, _places[(int)property]) : default;

    /// <summary>The first of two properties that is present.</summary>
    internal JsonValue this[Property property, Property otherwise] => Has(property) ? this[property] : this[otherwise];

    internal bool Has(Property property) => (_present & Properties.Bit(property)) != 0;

    internal bool HasAny(ulong properties) => (_present & properties) != 0;

    /// <summary>Whether it says anything beyond who and what it is: otherwise it is a reference.</summary>
    internal bool HasContent()
    {
        if (!Json.IsObject())
            return false;
        for (var members = new JsonMembers(Json); members.MoveNext();)
        {
            if (!members.Value.IsAbsent() && members.Name is not (Property.AtId or Property.Id or Property.AtType or Property.Type or Property.AtContext))
                return true;
        }

        return false;
    }

    /// <summary>Where the values stand; only those of what is present are ever read.</summary>
    [InlineArray(Properties.Count)]
    private struct Places
    {
        private int _first;
    }
}
