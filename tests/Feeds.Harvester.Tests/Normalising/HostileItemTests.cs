using System.Text;
using Feeds.Harvester.Normalising;
using Signposting.Store.Harvest;
using Xunit;

namespace Feeds.Harvester.Tests.Normalising;

public sealed class HostileItemTests
{
    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    public void Data_that_is_no_object_is_missing(string data) => Normal.Rejected(RejectionReasons.DataMissing, Normal.Change(data));

    [Theory]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("{\"a\":1,}")]
    [InlineData("<html>")]
    [InlineData("{'a':1}")]
    public void What_is_no_JSON_is_rejected(string data) => Normal.Rejected(RejectionReasons.BadJson, Normal.Change(data));

    [Fact]
    public void Nesting_beyond_the_limit_is_rejected_and_deep_text_is_not()
    {
        Normal.Rejected(RejectionReasons.TooDeep, Normal.Change($$"""{"@type":"Course","x":{{new string('[', 64)}}{{new string(']', 64)}}}"""));
        Assert.Equal(ChangeKind.Updated, Normal.Change($$"""{"@type":"Course","x":"{{new string('[', 200)}}\""}""").Kind);
    }

    [Fact]
    public void Text_that_is_no_Unicode_is_rejected_wherever_it_stands()
    {
        Normal.Rejected(RejectionReasons.BadText, Normal.Change("""{"@type":"Course","x":"\ud83d"}"""));
        Normal.Rejected(RejectionReasons.BadText, Normal.Change("""{"@type":"Course","name":"\ude00\ud83d"}"""));
        Normal.Rejected(RejectionReasons.BadText, Normal.Change("""{"@type":"Course","name":"\ud83d\n"}"""));
        byte[] latin1 = [.. Encoding.UTF8.GetBytes("{\"@type\":\"Course\",\"name\":\""), 0xE9, .. "\"}"u8];
        Normal.Rejected(RejectionReasons.BadText, Normal.Change(Normal.Item("") with { Data = latin1 }));
        Assert.Equal("😀 \\ud83d", Normal.Own(Normal.Change("""{"@type":"Course","name":"\ud83d\ude00 \\ud83d"}""")).Name);
    }

    [Fact]
    public void A_detail_quotes_at_most_200_letters_of_the_value()
    {
        var change = Normal.Change($$"""{"@type":"{{new string('x', 5_000)}}"}""");
        Assert.InRange(change.Rejection!.Detail.Length, 200, 300);
    }

    [Fact]
    public void Of_too_many_sessions_those_to_come_are_kept()
    {
        var days = Enumerable.Range(0, 1_500).Select(day => $"{{\"startDate\":\"{Normal.Now.AddDays(day - 700):yyyy-MM-dd}T10:00\"}}");
        var change = Normal.Change($$"""{"@type":"SessionSeries","@id":"https://example.org/1","subEvent":[{{string.Join(',', days)}}]}""");
        Assert.InRange(change.Sessions.Count, 799, 1_000);
        Assert.All(change.Sessions, session => Assert.True(session.Start > Normal.Now));
        Assert.StartsWith("sessions-over-limit: ", Assert.Single(Normal.Own(change).Repairs!), StringComparison.Ordinal);
    }

    [Fact]
    public void Sessions_and_parts_beyond_the_limit_are_left_out_and_noted()
    {
        var slots = string.Join(',', Enumerable.Repeat("""{"startDate":"2026-12-01T10:00"}""", 1_200));
        var courts = string.Join(',', Enumerable.Range(0, 600).Select(court => $$"""{"name":"{{court}}"}"""));
        var change = Normal.Change($$"""{"@type":"FacilityUse","@id":"https://example.org/1","event":[{{slots}}],"individualFacilityUse":[{{courts}}]}""");
        Assert.Equal(1_000, change.Sessions.Count);
        Assert.Equal(500, change.Fragments.Count);
        Assert.Equal(["sessions-over-limit: 1000 kept, 200 left out", "parts-over-limit: 500 kept, 101 left out"], Normal.Own(change).Repairs!);
    }

    [Fact]
    public void Parts_within_parts_end_at_the_third_level()
    {
        var parts = "{}";
        for (var level = 20; level > 0; level--)
            parts = $$"""{"@id":"https://example.org/{{level}}","individualFacilityUse":{{parts}}}""";
        var change = Normal.Change($$"""{"@type":"FacilityUse","@id":"https://example.org/0","individualFacilityUse":{{parts}}}""");
        Assert.Equal(4, change.Fragments.Count);
    }

    [Theory]
    [InlineData("<", 200_000)]
    [InlineData("<a", 200_000)]
    [InlineData("<script>", 50_000)]
    [InlineData("&lt;", 100_000)]
    [InlineData("\\n", 200_000)]
    public void Long_markup_takes_linear_time(string part, int count)
    {
        var data = $$"""{"@type":"Course","description":"{{string.Concat(Enumerable.Repeat(part, count))}}>"}""";
        Assert.Equal(ChangeKind.Updated, Normal.Change(data).Kind);
    }
}
