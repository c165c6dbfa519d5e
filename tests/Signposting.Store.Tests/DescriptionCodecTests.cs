using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Signposting.Store.Opportunities;

namespace Signposting.Store.Tests;

public sealed class DescriptionCodecTests
{
    private static readonly JsonSerializerOptions Generated = new(DescriptionJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Description Full = new()
    {
        Name = "Tai Chi – \"gentle\" <for all> café 🧘",
        Text = "First line\nsecond\tline \\ & 'more'",
        Activities = [new Activity("https://openactive.io/activity-list#1", "Tai Chi"), new Activity(null, "Balance") { Words = "for balance" }],
        Categories = ["Sports hall"],
        Place = new Place
        {
            Name = "Hall", Address = "1 Road, Leeds", Locality = "Leeds", Postcode = "LS1 3AD", Lat = 53.798, Lon = -1.549, Telephone = "0113 496 0001",
            Url = "https://example.org/hall?a=1&b=2", Amenities = ["toilets", "parking"],
        },
        Organizer = new Organizer { Name = "Club", Telephone = "0113 496 0000", Email = "a@example.org", Url = "https://example.org" },
        Offers = [new Offer { Name = "Adult", Price = 3.50m, Currency = "GBP", Url = "https://example.org/book", MinAge = 18, MaxAge = 60 }, new Offer { Price = 1e-7m }],
        IsAccessibleForFree = false,
        AgeRange = new AgeRange(50, null),
        Gender = GenderRestriction.Female,
        Levels = ["Beginner"],
        AccessibilitySupport = ["Hearing impairment"],
        AccessibilityInformation = "Loop\u2028system",
        IsWheelchairAccessible = false,
        IsCoached = true,
        Attendance = AttendanceMode.Mixed,
        MeetingPoint = "Gate",
        AttendeeInstructions = "Bring a \u00a0drink\u007f",
        SchedulingNote = "Not in August",
        Leader = "Zoë",
        Image = "https://example.org/1.jpg",
        MaximumCapacity = 12,
        Programme = "This Girl Can",
        Url = "https://example.org/class",
        Schedule = "Tuesdays 10:30–11:30",
        ScheduleJson = """{"@type":"Schedule"}""",
        OnlineUrl = "https://example.org/join",
        Recurrences =
        [
            new Recurrence
            {
                Start = new TimeOnly(10, 30), Seconds = 3600, Unit = RepeatUnit.Week, From = new DateOnly(2026, 11, 3), Days = [new RepeatDay(2, 0)],
                To = new DateOnly(2027, 11, 3), MonthDays = [1, -1], Months = [1], Count = 9, Except = [new DateOnly(2026, 12, 29)], Zone = "Europe/Paris",
            },
            new Recurrence { Start = new TimeOnly(9, 0, 0, 5), Unit = RepeatUnit.Once },
        ],
        PeriodStart = new DateTimeOffset(2026, 11, 3, 10, 30, 0, 250, TimeSpan.Zero),
        PeriodEnd = new DateTimeOffset(2026, 12, 3, 10, 30, 0, TimeSpan.FromHours(1)),
        Status = SessionStatus.Scheduled,
        Inferred = [new Inference("levels", "for beginners") { Levels = ["Beginner"], AgeRange = new AgeRange(0, 5), Gender = GenderRestriction.Male }],
        Repairs = ["price-as-text: 3.50"],
    };

    [Fact]
    public void What_was_written_is_read_again()
    {
        var once = DescriptionCodec.Encode(Full);
        Assert.Equal(Encoding.UTF8.GetString(once), Encoding.UTF8.GetString(DescriptionCodec.Encode(DescriptionCodec.Decode(once))));
        Assert.Equivalent(Full, DescriptionCodec.Decode(once), strict: true);
    }

    [Fact]
    public void What_is_written_by_hand_is_what_generated_code_writes()
    {
        Assert.Equal(JsonSerializer.Serialize(Full, Generated), Encoding.UTF8.GetString(DescriptionCodec.Encode(Full)));
    }

    [Fact]
    public void No_property_is_missing_from_that_comparison()
    {
        object[] examples = [Full, Full.Place!, Full.Organizer!, Full.Offers![0], Full.Activities![0] with { Words = "" }, Full.Inferred![0], Full.Recurrences![0]];
        Assert.All(examples, example => Assert.All(
            example.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance), property => Assert.NotNull(property.GetValue(example))));
    }

    [Fact]
    public void The_document_is_compact_and_leaves_letters_as_they_are()
    {
        var document = Encoding.UTF8.GetString(DescriptionCodec.Encode(new Description { Name = "Qi Gong – <café>", IsCoached = true, Place = new Place { Lat = 1.5, Lon = -2 } }));
        Assert.Equal("""{"name":"Qi Gong – <café>","place":{"lat":1.5,"lon":-2},"isCoached":true}""", document);
    }

    [Fact]
    public void A_document_of_an_older_version_which_has_the_point_twice_is_read()
    {
        var read = DescriptionCodec.Decode("""{"place":{"lat":1.5,"lon":-2,"point":{"lat":1.5,"lon":-2}}}"""u8);
        Assert.Equal(new GeoPoint(1.5, -2), read.Place!.Point);
    }

    [Fact]
    public void A_long_description_leaves_nothing_behind_in_the_next_one()
    {
        DescriptionCodec.Encode(new Description { Text = new string('x', 200_000) });
        Assert.Equal("""{"name":"a"}""", Encoding.UTF8.GetString(DescriptionCodec.Encode(new Description { Name = "a" })));
    }

    /// <summary>What many descriptions share is written once and then copied.</summary>
    [Fact]
    public void What_descriptions_share_is_written_the_same_each_time_and_what_was_changed_of_it_is_written_anew()
    {
        for (var turn = 0; turn < 4; turn++)
        {
            Check(Full);
            Check(new Description { Place = Full.Place, Organizer = Full.Organizer });
            Check(Full with { Offers = [Full.Offers![0], Full.Offers[0]], Activities = [new(null, "Chess"), Full.Activities![0]] });
            Check(Full with
            {
                Place = Full.Place! with { Name = $"{turn}" },
                Organizer = Full.Organizer! with { Name = $"{turn}" },
                Offers = [Full.Offers[0] with { Name = $"{turn}" }],
                Activities = [Full.Activities[0] with { Label = $"{turn}" }],
            });
        }
    }

    [Fact]
    public void What_was_written_already_is_equal_to_what_was_not()
    {
        Assert.Equal(new Place { Name = "Hall" }, Written(new Place { Name = "Hall" }));
        Assert.Equal(new Place { Name = "Hall" }.GetHashCode(), Written(new Place { Name = "Hall" }).GetHashCode());
        Assert.NotEqual(new Place { Name = "Hall" }, Written(new Place { Name = "Hall" }) with { Name = "Halls" });
    }

    private static Place Written(Place place)
    {
        for (var turn = 0; turn < 3; turn++)
            Check(new Description { Place = place });
        return place;
    }

    private static void Check(Description description) =>
        Assert.Equal(JsonSerializer.Serialize(description, Generated), Encoding.UTF8.GetString(DescriptionCodec.Encode(description)));
}
