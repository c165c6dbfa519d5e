namespace OpenActive.Vocabulary.Tests;

public sealed class LookUpTests
{
    private const string TaiChi = "c16df6ed-a4a0-4275-a8c3-1c8cff56856f";

    [Theory]
    [InlineData("https://openactive.io/activity-list#" + TaiChi)]
    [InlineData("http://openactive.io/activity-list#" + TaiChi)]
    [InlineData("https://www.openactive.io/activity-list#" + TaiChi)]
    [InlineData("http://www.openactive.io/activity-list/#" + TaiChi)]
    [InlineData("https://openactive.io/activity-list/#" + TaiChi)]
    [InlineData("https://openactive.io/activity-list/" + TaiChi)]
    [InlineData("openactive.io/activity-list#" + TaiChi)]
    [InlineData("  https://openactive.io/activity-list#" + TaiChi + " \r\n")]
    [InlineData("HTTPS://OpenActive.io/activity-list#C16DF6ED-A4A0-4275-A8C3-1C8CFF56856F")]
    [InlineData("C16DF6ED-A4A0-4275-A8C3-1C8CFF56856F")]
    [InlineData(TaiChi)]
    [InlineData("tai_chi")]
    [InlineData("TAI_CHI ")]
    [InlineData("Tai Chi")]
    [InlineData("tai chi")]
    [InlineData(" Tai  Chi\t")]
    [InlineData("Tai-Chi")]
    [InlineData("Tai\u00A0Chi")]
    [InlineData("Tai – Chi")]
    public void Every_spelling_leads_to_Tai_Chi(string text)
    {
        Assert.True(ActivityList.BuiltIn.TryGet(text, out var concept));
        Assert.Equal("Tai Chi", concept.PrefLabel);
        Assert.Equal("https://openactive.io/activity-list#" + TaiChi, concept.Id);
    }

    [Fact]
    public void Every_concept_is_found_by_every_mixture_of_spellings() =>
        Assert.All(ActivityList.BuiltIn.All, concept =>
        {
            var spellings =
                from scheme in (string[])["https://", "HTTP://", ""]
                from host in (string[])["openactive.io", "www.OpenActive.io"]
                from hash in (string[])["#", "/#", "/"]
                from identifier in (string[])[concept.Identifier, concept.Identifier.ToUpperInvariant()]
                from end in (string[])["", "/", " "]
                select scheme + host + "/activity-list" + hash + identifier + end;

            Assert.All(spellings, spelling => Assert.Same(concept, ActivityList.BuiltIn.Resolve(spelling, "General")));
        });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("®")]
    [InlineData("General")]
    [InlineData("Aqua Tots")]
    [InlineData("Tai")]
    [InlineData("https://openactive.io/activity-list")]
    [InlineData("https://openactive.io/activity-list#")]
    [InlineData("https://openactive.io/activity-list/#/")]
    [InlineData("https://openactive.io/facility-types#" + TaiChi)]
    [InlineData("https://example.org/activity-list#" + TaiChi)]
    [InlineData("https://openactive.io/activity-list#00000000-0000-0000-0000-000000000000")]
    public void What_is_no_concept_is_not_found(string? text) =>
        Assert.False(ActivityList.BuiltIn.TryGet(text, out _));

    [Theory]
    [InlineData("zumba gold", "Zumba® Gold")]
    [InlineData("Zumba® Gold", "Zumba® Gold")]
    [InlineData("BODYPUMP", "Bodypump™")]
    [InlineData("brazilian jiu jitsu", "Brazilian jiu-jitsu")]
    [InlineData("Ballroom & Latin", "Ballroom And Latin")]
    [InlineData("chinese movement and dance", "Chinese Movement & Dance")]
    [InlineData("Wild Swimming", "Open Water Swimming")]
    [InlineData("keep fit", "Group Exercise")]
    [InlineData("racketball", "Squash 57")]
    public void Labels_are_found_without_marks_and_other_labels_as_well(string text, string label)
    {
        Assert.True(ActivityList.BuiltIn.TryGet(text, out var concept));
        Assert.Equal(label, concept.PrefLabel);
    }

    [Fact]
    public void A_label_wins_over_another_concepts_other_label()
    {
        var other = Lists.Concept(2);
        other["altLabel"] = "Concept 1";

        Assert.True(Lists.Parse(Lists.Concept(1), other).TryGet("concept 1", out var found));
        Assert.Equal(Lists.Id(1), found.Id);
    }

    [Fact]
    public void A_name_that_two_concepts_share_leads_to_neither()
    {
        var (first, second) = (Lists.Concept(1), Lists.Concept(2));
        first["altLabel"] = "Shared";
        second["altLabel"] = "shared";

        Assert.False(Lists.Parse(first, second).TryGet("Shared", out _));
    }

    [Fact]
    public void A_text_of_a_megabyte_is_no_concept()
    {
        Assert.False(ActivityList.BuiltIn.TryGet(new string('a', 1_000_000), out _));
        Assert.False(ActivityList.BuiltIn.TryGet("https://openactive.io/activity-list#" + new string('a', 1_000_000), out _));
    }

    [Theory]
    [InlineData("https://openactive.io/activity-list#" + TaiChi)]
    [InlineData("http://www.openactive.io/activity-list/#" + TaiChi)]
    [InlineData("tai_chi")]
    [InlineData("Lawn  Bowls")]
    [InlineData("General")]
    public void A_look_up_allocates_nothing(string text)
    {
        var list = ActivityList.BuiltIn;
        list.TryGet(text, out _);

        var before = GC.GetAllocatedBytesForCurrentThread();
        list.TryGet(text, out _);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
