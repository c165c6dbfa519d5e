using Signposting.Store.Opportunities;

namespace Signposting.Api.Tests.Building;

/// <summary>A handful of opportunities around <see cref="Centre"/>, each there for one difference.</summary>
internal static class Town
{
    public const string Centre = "lat=53.8&lon=-1.55";
    public const string TaiChiId = "https://openactive.io/activity-list#c16df6ed-a4a0-4275-a8c3-1c8cff56856f";

    /// <summary>A full record, 556 m north of the centre.</summary>
    public static Listing TaiChi => new Listing("Tai Chi for balance").At(53.805, -1.55).Doing("Tai Chi", TaiChiId)
        .On("2026-06-16T10:00:00+01:00", places: 5).On("2026-06-23T10:00:00+01:00", status: SessionStatus.Cancelled)
        .With(description => description with
        {
            Text = "Slow movements.",
            Organizer = new Organizer { Name = "The leisure trust", Telephone = "0113 496 0000", Email = "hello@leisure.test", Url = "https://leisure.test" },
            Offers = [new Offer { Price = 5m, Currency = "GBP", Url = "https://leisure.test/book" }, new Offer { Price = 3.5m, Currency = "GBP" }],
            AgeRange = new AgeRange(50, null),
            Gender = GenderRestriction.None,
            Levels = ["Beginner"],
            AccessibilitySupport = [],
            IsCoached = true,
            Url = "https://leisure.test/tai-chi",
        });

    /// <summary>Says nothing but its name, place and a session; 1.1 km.</summary>
    public static Listing Bare => new Listing("Bare").At(53.81, -1.55).On("2026-06-12T18:00:00+01:00");

    /// <summary>Publishes no times; 2.2 km.</summary>
    public static Listing Timeless => new Listing("Timeless").At(53.82, -1.55);

    /// <summary>A course, 3.3 km.</summary>
    public static Listing Course => new Listing("Learn to swim").As(OpportunityType.CourseInstance).At(53.83, -1.55).On("2026-06-15T09:00:00+01:00");

    /// <summary>A court to hire, at the centre.</summary>
    public static Listing Court => new Listing("Badminton court").As(OpportunityType.FacilityUse).At(53.8, -1.55).On("2026-06-11T09:00:00+01:00");

    public static Listing Online => new Listing("Yoga at home").On("2026-06-11T19:00:00+01:00")
        .With(description => description with { Attendance = AttendanceMode.Online, OnlineUrl = "https://leisure.test/join" });

    /// <summary>Only long after the default window; 0.1 km.</summary>
    public static Listing Later => new Listing("Autumn walk").At(53.801, -1.55).On("2026-09-12T10:00:00+01:00");

    /// <summary>11 km away.</summary>
    public static Listing Far => new Listing("Far away").At(53.9, -1.55).On("2026-06-12T10:00:00+01:00");

    public static IEnumerable<Listing> All => [TaiChi, Bare, Timeless, Course, Court, Online, Later, Far];
}
