using FsCheck;
using FsCheck.Fluent;

namespace OpenActive.Vocabulary.Tests.Words;

/// <summary>Names come from anybody: whatever they hold, reading them ends and what is found stands in them.</summary>
public sealed class WordPropertyTests
{
    private static readonly Gen<string> Pieces = Gen.Elements(
        "yoga", "Pilates", "swim", "no ", "not ", "5-a-side", "L.B.T.", "’", "'", ".", " - ", "/", "&", "@", "over 50s", "U16", "(", ")", "8-11 yrs", "FREE", "é", "\u0130",
        "\ud800", "\0", "®", "٣", "women", "'s", "virtual", "\n", "|", "gym", "hall", " ", "at");

    [Fact]
    public void What_is_found_in_a_name_is_a_part_of_it() => Prop.ForAll(Text().ToArbitrary(), text =>
    {
        var found = ActivityList.BuiltIn.Words.InName(text);
        AudienceWords.In(text);
        ActivityList.BuiltIn.Words.InDescription(text);
        return found.All(activity => text.Contains(activity.Words, StringComparison.Ordinal));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));

    [Fact]
    public void Every_label_of_the_published_list_is_found_or_known_to_be_an_ordinary_word()
    {
        var list = PublishedList.Read();
        var missed = list.All.Where(concept => list.Words.InName(concept.PrefLabel) is not [var found, ..] || !IsOneOf(found.Concept, concept)).Select(concept => concept.PrefLabel).ToList();
        Assert.True(missed.Count <= 15, string.Join(", ", missed));
    }

    /// <summary>"Cross Fit" may lead to "Crossfit", and "Running machine" to "Running" (its own label wins where it is one).</summary>
    private static bool IsOneOf(Concept found, Concept wanted) =>
        found.Id == wanted.Id || string.Equals(found.PrefLabel.Replace(" ", "", StringComparison.Ordinal).TrimEnd('™'), wanted.PrefLabel.Replace(" ", "", StringComparison.Ordinal).TrimEnd('™'), StringComparison.OrdinalIgnoreCase);

    private static Gen<string> Text() => from count in Gen.Choose(0, 12) from pieces in Pieces.ArrayOf(count) select string.Concat(pieces);
}
