using System.Text.Json;
using Feeds.Sample.Activities;
using Feeds.Sample.Classes;

namespace Feeds.Sample.Opportunities;

/// <summary>
/// The properties that describe a class. What publishers leave out is left out here as well, at somewhat kinder rates
/// than theirs: a level in 25 % of records (really 11 %), an age range in 30 % (19 %), accessibility in 5 % (0.6 %).
/// </summary>
internal static class ListingJson
{
    private static readonly string[] Remarks =
    [
        "No need to book, just turn up.", "Please book, as places are limited.", "The first session is free.", "Tea and coffee afterwards.", "Carers come free.",
        "Please come ten minutes early the first time.", "Free parking for two hours.", "The bus stops outside.", "Bring a bottle of water.", "New faces are always welcome.",
    ];

    private static readonly string[] Instructions =
    [
        "Wear comfortable clothes and flat shoes.", "Bring water and a towel.", "Tell the instructor about any health condition before you begin.", "Report to reception when you arrive.", "Mats and equipment are provided.",
    ];

    private static readonly string[] GivenNames = ["Priya", "Tom", "Amina", "Margaret", "Dev", "Sian", "Joan", "Kwame", "Ruth", "Marek", "Grace", "Yusuf"];

    private static readonly string[] Levels = ["Beginner", "Intermediate", "Advanced"];

    public static void Write(Utf8JsonWriter json, SampleSet set, in Listing listing, ref Dice dice)
    {
        json.WriteString("name"u8, listing.Name);
        json.WriteString("description"u8, Describe(listing.Class, ref dice));
        Json.Activity(json, listing.Class.Activity);
        WriteSuits(json, listing, ref dice);
        WriteAccessibility(json, listing.Class, ref dice);
        json.WriteBoolean("isAccessibleForFree"u8, listing.Pence == 0);
        Json.Ready(json, "organizer", set.OrganiserJson[listing.Organiser]);
        WriteWhere(json, set, listing);
        WriteExtras(json, listing, ref dice);
    }

    private static string Describe(ClassTemplate template, ref Dice dice)
    {
        var remarks = dice.Below(3);
        return remarks == 0
            ? template.Description
            : remarks == 1 ? $"{template.Description} {dice.Pick(Remarks)}" : $"{template.Description} {Remarks[dice.Below(5)]} {Remarks[dice.Between(5, 9)]}";
    }

    private static void WriteSuits(Utf8JsonWriter json, in Listing listing, ref Dice dice)
    {
        var template = listing.Class;
        if (dice.PerMille(250))
        {
            Json.Strings(json, "level", template.Level ?? Levels[dice.Below(2)]);
        }

        var hasAges = template.MinAge is not null || template.MaxAge is not null;
        if (dice.PerMille(hasAges ? 600 : 180))
        {
            Json.AgeRange(json, hasAges ? template.MinAge : 16, template.MaxAge);
        }

        var gender = GenderOf(listing);
        if (gender != Gender.Anyone || dice.PerMille(70))
        {
            json.WriteString("genderRestriction"u8, gender switch
            {
                Gender.Women => "https://openactive.io/FemaleOnly"u8,
                Gender.Men => "https://openactive.io/MaleOnly"u8,
                _ => "https://openactive.io/NoRestriction"u8,
            });
        }
    }

    private static Gender GenderOf(in Listing listing) =>
        listing.Class.For != Gender.Anyone ? listing.Class.For
        : listing.Name.StartsWith("Women", StringComparison.Ordinal) ? Gender.Women
        : listing.Name.EndsWith("for Men", StringComparison.Ordinal) ? Gender.Men
        : Gender.Anyone;

    private static void WriteAccessibility(Utf8JsonWriter json, ClassTemplate template, ref Dice dice)
    {
        if (!dice.PerMille(template.Inclusive ? 200 : 20))
        {
            return;
        }

        var first = dice.Below(AccessibilitySupport.All.Length);
        var count = dice.Between(1, 3);
        json.WriteStartArray("accessibilitySupport"u8);
        for (var i = 0; i < count; i++)
        {
            var support = AccessibilitySupport.All[(first + i) % AccessibilitySupport.All.Length];
            Json.Concept(json, support.Id, support.PrefLabel, AccessibilitySupport.Scheme);
        }

        json.WriteEndArray();
        json.WriteString("accessibilityInformation"u8, "Step-free entrance and an accessible toilet. Please ring us beforehand if you need help on the day."u8);
    }

    private static void WriteWhere(Utf8JsonWriter json, SampleSet set, in Listing listing)
    {
        if (listing.Online)
        {
            json.WriteString("eventAttendanceMode"u8, "https://schema.org/OnlineEventAttendanceMode"u8);
            json.WriteStartObject("beta:virtualLocation"u8);
            json.WriteString("@type"u8, "VirtualLocation"u8);
            json.WriteString("name"u8, "Video call"u8);
            json.WriteString("url"u8, "https://video.example.org/join"u8);
            json.WriteEndObject();
            Json.Ready(json, "beta:affiliatedLocation", set.VenueJson[listing.Venue.Number]);
        }
        else
        {
            json.WriteString("eventAttendanceMode"u8, "https://schema.org/OfflineEventAttendanceMode"u8);
            Json.Ready(json, "location", set.VenueJson[listing.Venue.Number]);
        }
    }

    private static void WriteExtras(Utf8JsonWriter json, in Listing listing, ref Dice dice)
    {
        if (dice.PerMille(600))
        {
            Json.Image(json, $"{listing.Class.Activity.Notation}/{dice.Between(1, 9)}");
        }

        if (dice.PerMille(350))
        {
            json.WriteString("attendeeInstructions"u8, dice.Pick(Instructions));
        }

        if (dice.PerMille(400))
        {
            json.WriteBoolean("isCoached"u8, dice.PerMille(800));
        }

        if (!listing.Online && dice.PerMille(80))
        {
            json.WriteString("meetingPoint"u8, "Meet at the main entrance."u8);
        }

        if (dice.PerMille(80))
        {
            json.WriteStartArray("leader"u8);
            json.WriteStartObject();
            json.WriteString("@type"u8, "Person"u8);
            json.WriteString("name"u8, $"{dice.Pick(GivenNames)} Sample");
            json.WriteEndObject();
            json.WriteEndArray();
        }
    }
}
