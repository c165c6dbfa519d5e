using System.Text.Json;
using Feeds.Sample.Activities;
using Feeds.Sample.Classes;
using Feeds.Sample.Facilities;
using Feeds.Sample.Places;

namespace Feeds.Sample.Tests;

public sealed class ActivityTests
{
    [Fact]
    public void The_concepts_are_those_of_the_activity_list()
    {
        using var list = JsonDocument.Parse(File.ReadAllText(ReferenceData.Need("vocabularies/activity-list.jsonld")));
        var concepts = list.RootElement.GetProperty("concept").EnumerateArray().ToDictionary(concept => concept.GetProperty("id").GetString()!);
        foreach (var activity in SampleActivities.All)
        {
            var concept = concepts[activity.Id];
            Assert.Equal((concept.GetProperty("prefLabel").GetString(), concept.GetProperty("notation").GetString()), (activity.PrefLabel, activity.Notation));
            Assert.Equal(concept.TryGetProperty("broader", out var broader) ? [.. broader.EnumerateArray().Select(id => id.GetString()!)] : [], activity.Broader);
        }
    }

    [Fact]
    public void Every_broader_concept_is_there_before_its_narrower_ones()
    {
        var known = new HashSet<string>();
        foreach (var activity in SampleActivities.All)
        {
            Assert.Subset(known, activity.Broader.ToHashSet());
            Assert.True(known.Add(activity.Id));
        }
    }

    [Fact]
    public void Every_class_and_facility_names_a_concept_of_the_table()
    {
        Assert.Subset(SampleActivities.All.ToHashSet(), ClassTemplates.All.Select(template => template.Activity).Concat(FacilityTemplate.All.Select(template => template.Activity)).ToHashSet());
    }

    [Fact]
    public void Every_class_is_held_somewhere()
    {
        Assert.Empty(ClassTemplates.All.Except(VenueKind.All.SelectMany(ClassTemplates.HeldAt)));
    }

    [Theory]
    [InlineData("facility-types")]
    [InlineData("accessibility-support")]
    public void The_smaller_lists_are_right_too(string list)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(ReferenceData.Need($"vocabularies/{list}.jsonld")));
        var labels = document.RootElement.GetProperty("concept").EnumerateArray().ToDictionary(concept => concept.GetProperty("id").GetString()!, concept => concept.GetProperty("prefLabel").GetString()!);
        var used = list == "facility-types"
            ? FacilityTemplate.All.Select(template => (template.Type.Id, template.Type.PrefLabel))
            : AccessibilitySupport.All.Select(support => (support.Id, support.PrefLabel));
        Assert.All(used, concept => Assert.Equal(labels[concept.Id], concept.PrefLabel));
    }
}
