using Signposting.Api.Opportunities;
using Signposting.Store.Opportunities;

namespace Signposting.Api.Tests.Opportunities;

public sealed class ReadinessTests
{
    private static readonly Description Full = new()
    {
        Name = "Tai Chi", Text = "Slow.", Activities = [new Activity(null, "Tai Chi")], Place = new Place { Name = "Hall" }, Organizer = new Organizer { Name = "Trust", Email = "hello@leisure.test", Telephone = "0113 496 0000" },
        Offers = [new Offer { Price = 3 }], IsAccessibleForFree = false, AgeRange = new AgeRange(50, null), Gender = GenderRestriction.None, Levels = ["Beginner"], AccessibilitySupport = ["Hearing impairment"],
        MeetingPoint = "Reception", AttendeeInstructions = "Bring water.", Leader = "Sam", Image = "https://leisure.test/image.png", MaximumCapacity = 12, Url = "https://leisure.test/tai-chi", Schedule = "Tuesdays 10:00",
    };

    private static readonly Session[] Sessions = [new Session { Start = new DateTimeOffset(2026, 6, 16, 9, 0, 0, TimeSpan.Zero), RemainingPlaces = 3 }];

    [Fact]
    public void A_record_that_states_all_is_wholly_ready()
    {
        var readiness = Readiness.Of(Full, Sessions);

        Assert.Empty(readiness.Missing);
        Assert.Equal(1, readiness.Share);
    }

    [Fact]
    public void A_record_that_states_nothing_has_its_type_at_least()
    {
        var readiness = Readiness.Of(new Description(), []);

        Assert.Equal(22, readiness.Missing.Count);
        Assert.Equal(0.04, readiness.Share);
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        var readiness = Readiness.Of(Full with { Image = null, MeetingPoint = null, Organizer = new Organizer { Name = "Trust" } }, []);

        Assert.Equal(["contact.email", "contact.telephone", "image", "meetingPoint", "remainingAttendeeCapacity"], readiness.Missing);
        Assert.Equal(0.78, readiness.Share);
    }

    [Fact]
    public void What_was_only_inferred_is_not_stated()
    {
        var readiness = Readiness.Of(
            Full with { Activities = [new Activity(null, "Tai Chi") { Words = "tai chi" }], Inferred = [new Inference(Inferences.Ages, "over 50s"), new Inference(Inferences.Free, "free")] }, Sessions);

        Assert.Equal(["activity", "ageRange", "isAccessibleForFree"], readiness.Missing);
    }
}
