using Feeds.Harvester.Json;
using Signposting.Store.Opportunities;

namespace Feeds.Harvester.Normalising;

/// <summary>
/// Reads <c>organizer</c> and <c>provider</c>. Contact details are those of an organisation; of a person only the given
/// name is kept.
/// </summary>
internal sealed class Organizers(Repeated repeated)
{
    private static readonly Organizer Nobody = new();

    internal Organizer? Read(JsonValue value)
    {
        value = value.First();
        if (!value.IsObject())
            return ReadOne(value);
        if (!repeated.Organizers.TryGet(value.Raw, out var organizer, out var hash))
            repeated.Organizers.Keep(value.Raw, hash, organizer = ReadOne(value));
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
        var contact = value.Get(Property.ContactPoint, Property.BetaContactPoint).First();
        return new Organizer
        {
            Name = value.Get(Property.Name, Property.LegalName).Line(NormalisingLimits.Name),
            Telephone = value.Get(Property.Telephone).Telephone() ?? contact.Get(Property.Telephone).Telephone(),
            Email = value.Get(Property.Email).Email() ?? contact.Get(Property.Email).Email(),
            Url = value.Get(Property.Url).Url(),
        };
    }

    private static bool IsPerson(JsonValue value) =>
        value.Get(Property.AtType, Property.Type).Each().Any(type => JsonValues.LastPart(type.Utf8()).SequenceEqual("Person"u8))
        || !value.Get(Property.GivenName, Property.FamilyName).IsAbsent();
}
