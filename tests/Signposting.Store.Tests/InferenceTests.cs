using Signposting.Store.Opportunities;
using Signposting.Store.Tests.Building;
using Signposting.Store.Tests.Stores;

namespace Signposting.Store.Tests;

public sealed class InferenceTests
{
    private static readonly Description Inferring = new() { Name = "Ladies yoga (over 50s)", Inferred = [new(Inferences.Ages, "over 50s") { AgeRange = new(50, null) }, new(Inferences.Gender, "Ladies") { Gender = GenderRestriction.Female }] };

    [Fact]
    public void Inferred_values_fill_what_is_not_stated()
    {
        var settled = Inferring.Settle();
        Assert.Equal((new AgeRange(50, null), GenderRestriction.Female, 2), (settled.AgeRange, settled.Gender, settled.Inferred!.Count));
    }

    [Fact]
    public void A_value_that_the_parent_states_counts_more()
    {
        var settled = Inferring.InheritFrom(new Description { AgeRange = new(16, null) }, withOffers: true).Settle();
        Assert.Equal(new AgeRange(16, null), settled.AgeRange);
        Assert.Equal(Inferences.Gender, Assert.Single(settled.Inferred!).About);
    }

    [Fact]
    public void A_published_activity_of_the_parent_counts_more_than_an_inferred_one()
    {
        var child = new Description { Activities = [new("id:badminton", "Badminton") { Words = "Badminton" }] };
        Assert.Equal("Yoga", Assert.Single(child.InheritFrom(new Description { Activities = [new("id:yoga", "Yoga")] }, withOffers: true).Activities!).Label);
        Assert.Equal(["General", "Badminton"], child.InheritFrom(new Description { Activities = [new(null, "General")] }, withOffers: true).Activities!.Select(a => a.Label));
    }

    [Theory]
    [InlineData(true, Inferences.Uncoached)]
    [InlineData(false, Inferences.Online)]
    public void A_virtual_class_is_on_a_screen_at_a_venue_and_online_elsewhere(bool hasPlace, string about)
    {
        var settled = new Description { Inferred = [new(Inferences.Virtual, "Virtual")], Place = hasPlace ? new Place { Name = "Hall" } : null }.Settle();
        Assert.Equal(about, Assert.Single(settled.Inferred!).About);
        Assert.Equal(hasPlace ? null : AttendanceMode.Online, settled.Attendance);
        Assert.Equal(hasPlace ? false : null, settled.IsCoached);
    }

    [Theory, EachEngine]
    public async Task An_opportunity_is_found_by_its_inferred_activity_and_shows_the_words(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var yoga = new Activity("id:yoga", "Yoga") { Words = "yoga" };
        await (await test.FeedAsync()).CommitAsync(
            Item.Of("1").Describes(OpportunityType.SessionSeries, Items.Yoga, Inferring with { Activities = [yoga], Place = Leeds.Library }));

        var found = (await test.FindOneAsync(q => q with { Activities = ["id:yoga"] })).Opportunity.Description;

        Assert.Equal(yoga, Assert.Single(found.Activities!));
        Assert.Equal((new AgeRange(50, null), "over 50s"), (found.AgeRange, found.Inferred![0].Words));
    }
}
