using Feeds.Harvester.Json;
using Signposting.Store.Opportunities;

namespace Feeds.Harvester.Normalising;

/// <summary>
/// Reads <c>organizer</c> and <c>provider</c>. Contact details are those of an organisation; of a person only the given
/// name is kept.
/// </summary>
internal sealed class Organizers
{
    private static readonly Organizer Nobody = new();

    private readonly SeenBefore<Organizer?> _seen = new();

    internal Organizer? Read(JsonValue value)
    {
        value = value.First();
        if (!value.IsObject())
            return ReadOne(value);
        if (!_seen.TryGet(value, out var organizer))
            _seen.Keep(value, organizer = ReadOne(value));
        return organizer;
    }

    private static Organizer? ReadOne(JsonValue value)
    {
        var organizer = !value.IsObject() ? OfName(value) : IsPerson(value) ? OfPerson(value) : OfOrganisation(value);
        return organizer == Nobody ? null : organizer;
    }

    private static Organizer OfName(JsonValue value) => new() { Name = Labels.Of(value) };

    private static Organizer OfPerson(JsonValue value) => new() { Name = People.GivenName(value) };

    private static Organizer OfOrganisation(JsonValue value)
    {
        var contact = value.Get("contactPoint"u8, "beta:contactPoint"u8).First();
        return new Organizer
        {
            Name = value.Get("name"u8, "legalName"u8).Line(NormalisingLimits.Name),
            Telephone = value.Get("telephone"u8).Telephone() ?? contact.Get("telephone"u8).Telephone(),
            Email = value.Get("email"u8).Email() ?? contact.Get("email"u8).Email(),
            Url = value.Get("url"u8).Url(),
        };
    }

    private static bool IsPerson(JsonValue value) =>
        value.Get("@type"u8, "type"u8).Each().Any(type => JsonValues.LastPart(type.Utf8()).SequenceEqual("Person"u8))
        || !value.Get("givenName"u8, "familyName"u8).IsAbsent();
}
