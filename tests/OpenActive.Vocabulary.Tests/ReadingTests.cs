using System.Text;
using System.Text.Json.Nodes;

namespace OpenActive.Vocabulary.Tests;

public sealed class ReadingTests
{
    [Fact]
    public void Ids_and_types_are_read_with_an_at_sign_or_a_prefix_and_as_one_value_or_an_array()
    {
        var list = Lists.ParseText($$"""
            {"@graph": [
              {"@id": "https://openactive.io/activity-list", "@type": "skos:ConceptScheme", "prefLabel": "The scheme"},
              {"@id": "{{Lists.Id(1)}}", "@type": ["skos:Concept"], "skos:prefLabel": {"@value": "Above", "@language": "en"}, "altLabel": "Over"},
              {"@id": "{{Lists.Id(2)}}", "prefLabel": ["Below"], "broader": {"@id": "{{Lists.Id(1)}}"}, "altLabel": ["Under", null, ""]}
            ]}
            """);

        Assert.Equal(["Above", "Below"], list.All.Select(concept => concept.PrefLabel));
        Assert.Equal([Lists.Id(1)], list.All[1].Broader);
        Assert.Equal(["Over", "Under"], list.All.SelectMany(concept => concept.AltLabels));
        Assert.Equal(0, list.DroppedConcepts);
    }

    [Fact]
    public void Ids_become_canonical_so_that_broader_finds_its_concept_in_any_spelling()
    {
        var (above, below) = (Lists.Concept(1), Lists.Concept(2));
        above["id"] = "http://www.openactive.io/activity-list/#" + Lists.Identifier(1).ToUpperInvariant();
        below["broader"] = Lists.Identifier(1);
        var list = Lists.Parse(above, below);

        Assert.Equal(Lists.Id(1), list.All[0].Id);
        Assert.Equal([Lists.Id(1)], list.All[1].Broader);
    }

    [Fact]
    public void A_concept_without_label_or_id_and_a_second_one_with_the_same_id_are_dropped_and_counted()
    {
        var (noLabel, noId, foreign, again) = (Lists.Concept(2), Lists.Concept(3), Lists.Concept(4), Lists.Concept(1));
        noLabel["prefLabel"] = " ";
        noId.Remove("id");
        foreign["id"] = "https://openactive.io/facility-types#" + Lists.Identifier(4);
        again["prefLabel"] = "Another";
        var list = Lists.Parse(Lists.Concept(1), noLabel, noId, foreign, again, JsonValue.Create("text"));

        Assert.Equal("Concept 1", Assert.Single(list.All).PrefLabel);
        Assert.Equal(5, list.DroppedConcepts);
    }

    [Fact]
    public void A_byte_order_mark_is_no_error_and_part_of_what_the_version_stands_for()
    {
        var json = Encoding.UTF8.GetBytes(new JsonArray(Lists.Concept(1)).ToJsonString());

        Assert.NotEqual(ActivityList.Parse(json).Version, ActivityList.Parse([0xEF, 0xBB, 0xBF, .. json]).Version);
    }
}
