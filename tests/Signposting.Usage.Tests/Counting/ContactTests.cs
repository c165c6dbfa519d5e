using Signposting.Store.Usage;
using Signposting.Usage.Contacts;
using Signposting.Usage.Counting;
using Signposting.Usage.Tables;

namespace Signposting.Usage.Tests.Counting;

public sealed class ContactTests
{
    private static readonly UsageEvent Search = new()
    {
        Day = new DateOnly(2026, 10, 1), Part = PartOfDay.Morning, Kind = UsageKind.Search, Channel = UsageChannel.Rest, Conditions = ["falls"], Contact = [1],
        Area = new UsageArea { Icb = "QWO", SubIcb = "15F", Msoa = "E02006875", ImdDecile = 10 },
    };

    [Fact]
    public void A_consultation_of_searches_a_view_and_a_signpost_is_one_contact()
    {
        var month = Month(Search, Search, Search with { Kind = UsageKind.View, Provider = "A" }, Search with { Kind = UsageKind.Signpost, Provider = "B", Channel = UsageChannel.Leaflet });

        Assert.Equal(new Counts(1, 2, 1), month.Total);
        Assert.Equal(new Counts(1, 2, 1), month[UsageTable.ByCondition][new RowKey("falls")]);
        Assert.Equal(new Counts(1, 2, 0), month[UsageTable.ByProvider][new RowKey("A")]);
        Assert.Equal(new Counts(1, 2, 1), month[UsageTable.ByProvider][new RowKey("B")]);
        Assert.Equal((new Counts(1, 2, 0), new Counts(1, 0, 1)), (month[UsageTable.ByChannel][new RowKey("rest")], month[UsageTable.ByChannel][new RowKey("leaflet")]));
        Assert.Equal([new RowKey("msoa", "E02006875", "15F"), new RowKey("sub-icb", "15F")], month[UsageTable.ByArea].Keys.Order());
    }

    [Fact]
    public void A_contact_counts_in_each_of_its_conditions_and_once_in_all()
    {
        var month = Month(Search with { Conditions = ["copd", "falls"] }, Search with { Contact = [2], Conditions = [], Area = UsageArea.NotKnown("QWO") });

        Assert.Equal(2, month.Total.Contacts);
        Assert.Equal(["copd", "falls", "none-named"], month[UsageTable.ByCondition].Keys.Order().Select(key => key.First));
        Assert.Equal(["10", "not-known"], month[UsageTable.ByDeprivation].Keys.Order().Select(key => key.First));
    }

    [Theory]
    [InlineData(0, false, 0, false, null, "none")]
    [InlineData(2, false, 2, false, DistanceBand.From1To3, "1-to-3")]
    [InlineData(9, true, 0, false, null, "none")]
    [InlineData(2, false, 2, true, DistanceBand.From1To3, null)]
    [InlineData(3, false, 3, false, DistanceBand.From1To3, null)]
    [InlineData(1, false, 1, false, null, "not-known")]
    [InlineData(2, false, null, false, DistanceBand.Under1, "under-1")]
    [InlineData(1, true, null, false, DistanceBand.Under1, null)]
    public void Demand_is_unmet_when_fewer_than_three_suit_and_no_more_may(int count, bool more, int? suited, bool moreSuited, DistanceBand? nearest, string? expected)
    {
        var day = new ContactsOfDay();
        day.Add(Search with { Results = new UsageResults(count, more, suited, moreSuited), Distance = nearest });

        Assert.Equal(expected, day.All.Single().Unmet);
    }

    [Fact]
    public void One_search_that_found_enough_means_that_demand_was_met()
    {
        var day = new ContactsOfDay();
        day.Add(Search with { Results = new UsageResults(0, false, 0, false) });
        day.Add(Search with { Results = new UsageResults(5, false, 5, false) });

        Assert.Null(day.All.Single().Unmet);
    }

    [Fact]
    public void Deciles_stand_in_the_order_of_numbers_and_keys_in_one_order()
    {
        RowKey[] keys = [new("not-known"), new("10"), new("2"), new("15F"), new("1")];

        Assert.Equal(["1", "2", "10", "15F", "not-known"], keys.Order().Select(key => key.First));
    }

    private static MonthCounts Month(params UsageEvent[] events)
    {
        var day = new ContactsOfDay();
        foreach (var usage in events)
            day.Add(usage);
        var month = new MonthCounts(isNational: false);
        month.Add(day);
        return month;
    }
}
