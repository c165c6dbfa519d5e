using System.Text;
using Signposting.Store.Opportunities;

namespace Signposting.Store.Tests;

public sealed class DescriptionCodecTests
{
    private static readonly Description Full = new()
    {
        Name = "Tai Chi – \"gentle\" <for all> café 🧘",
        Text = "First line\nsecond\tline \\ & 'more'",
        Activities = [new Activity("https://openactive.io/activity-list#1", "Tai Chi"), new Activity(null, "Balance") { Words = "for balance" }],
        Categories = ["Sports hall"],
        Place = new Place { Name = "Hall", Address = "1 Road, Leeds", Postcode = "LS1 3AD", Lat = 53.798, Lon = -1.549, Amenities = ["toilets"] },
        Organizer = new Organizer { Name = "Club", Telephone = "0113 496 0000", Email = "a@example.org", Url = "https://example.org" },
        Offers = [new Offer { Name = "Adult", Price = 3.50m, Currency = "GBP", MinAge = 18 }],
        IsAccessibleForFree = false,
        AgeRange = new AgeRange(50, null),
        Gender = GenderRestriction.Female,
        Levels = ["Beginner"],
        AccessibilitySupport = ["Hearing impairment"],
        IsCoached = true,
        Attendance = AttendanceMode.Mixed,
        MaximumCapacity = 12,
        Recurrences =
        [
            new Recurrence
            {
                Start = new TimeOnly(10, 30), Seconds = 3600, Unit = RepeatUnit.Week, From = new DateOnly(2026, 11, 3), Days = [new RepeatDay(2, 0)],
                MonthDays = [1, -1], Except = [new DateOnly(2026, 12, 29)],
            },
        ],
        PeriodStart = new DateTimeOffset(2026, 11, 3, 10, 30, 0, TimeSpan.Zero),
        PeriodEnd = new DateTimeOffset(2026, 12, 3, 10, 30, 0, TimeSpan.FromHours(1)),
        Status = SessionStatus.Scheduled,
        Inferred = [new Inference("levels", "for beginners") { Levels = ["Beginner"] }],
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
}
