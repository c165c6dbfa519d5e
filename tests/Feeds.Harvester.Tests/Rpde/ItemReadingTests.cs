using System.Text;
using Feeds.Harvester.Http;
using Feeds.Harvester.Rpde;
using Feeds.Harvester.Tests.Support;
using Xunit;

namespace Feeds.Harvester.Tests.Rpde;

public sealed class ItemReadingTests
{
    [Fact]
    public async Task An_item_gives_its_data_as_it_was_sent()
    {
        const string Data = """{ "@type": "Event", "name":"\u00e9\ud83d\ude00" , "n": 1.10 }""";
        using var page = await PageOfAsync(RpdeText.Updated("\"a-1\"", "12", Data, "Event"), RpdeText.Updated("\"a-2\"", kind: "Slot"));

        var item = page.Items[0];
        Assert.Equal(("a-1", ItemState.Updated, "Event", 12L), (item.Id, item.State, item.Kind, item.Modified.Order));
        Assert.Equal(Data, Encoding.UTF8.GetString(item.Data.Span));
        Assert.Equal("Slot", page.Items[1].Kind);
    }

    [Theory]
    [InlineData("1", "1")]
    [InlineData("\"1\"", "1")]
    [InlineData("-7", "-7")]
    [InlineData("9223372036854775807", "9223372036854775807")]
    [InlineData("18446744073709551616", "18446744073709551616")]
    [InlineData("\"a b/\\u00e9\"", "a b/é")]
    [InlineData("\" \"", " ")]
    public async Task An_id_is_text_or_an_integer(string json, string id)
    {
        using var page = await PageOfAsync(RpdeText.Updated(json));
        Assert.Equal(id, Assert.Single(page.Items).Id);
    }

    [Theory]
    [InlineData("1", 1L)]
    [InlineData("639308984952851259", 639308984952851259L)]
    [InlineData("1152921504606846977", 1152921504606846977L)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("\"9007199254740993\"", 9007199254740993L)]
    [InlineData("\"007\"", 7L)]
    [InlineData("1600000000.0", 1600000000L)]
    [InlineData("1.6e9", 1600000000L)]
    public async Task An_integer_version_is_exact(string json, long order)
    {
        using var page = await PageOfAsync(RpdeText.Updated("1", json));
        Assert.Equal(order, Assert.Single(page.Items).Modified.Order);
    }

    [Theory]
    [InlineData("2014-09-15T09:12:51.706+01:00", "2014-09-15T08:12:51.706Z")]
    [InlineData("2014-09-15T09:12:51Z", "2014-09-15T09:12:51Z")]
    [InlineData("2014-09-15T09:12:51", "2014-09-15T09:12:51Z")]
    [InlineData("2014-09-15 09:12:51.5", "2014-09-15T09:12:51.5Z")]
    [InlineData("2014-09-15 09:12:51 +01:00", "2014-09-15T08:12:51Z")]
    [InlineData("2014-09-15T09:12", "2014-09-15T09:12:00Z")]
    [InlineData("2014-09-15", "2014-09-15T00:00:00Z")]
    public async Task A_time_as_version_orders_by_the_instant(string text, string instant)
    {
        using var page = await PageOfAsync(RpdeText.Updated("1", $"\"{text}\""));

        var modified = Assert.Single(page.Items).Modified;
        Assert.Equal(DateTimeOffset.Parse(instant).UtcTicks, modified.Order);
        Assert.Equal(text, modified.Text);
    }

    [Theory]
    [InlineData("\"v2-beta\"", "v2-beta")]
    [InlineData("\"\"", "")]
    [InlineData("null", "")]
    [InlineData("1600000000.5", "1600000000.5")]
    [InlineData("\"99999999999999999999\"", "99999999999999999999")]
    public async Task A_version_without_an_order_is_taken_in_order_of_arrival(string json, string text)
    {
        using var page = await PageOfAsync(RpdeText.Updated("1", json));

        var modified = Assert.Single(page.Items).Modified;
        Assert.Null(modified.Order);
        Assert.Equal(text, modified.Text);
    }

    [Fact]
    public async Task A_missing_version_is_taken_in_order_of_arrival()
    {
        using var page = await PageOfAsync("""{"id":1,"state":"deleted"}""");
        Assert.Null(Assert.Single(page.Items).Modified.Order);
    }

    [Fact]
    public async Task A_tombstone_with_data_is_a_tombstone_and_is_counted()
    {
        using var page = await PageOfAsync(
            """{"id":1,"state":"deleted","modified":1,"data":{"@type":"Event"}}""", """{"id":2,"state":"deleted","modified":1,"data":null}""");

        Assert.All(page.Items, item => Assert.Equal((ItemState.Deleted, 0), (item.State, item.Data.Length)));
        Assert.Equal(1, page.DeletedWithData);
    }

    [Theory]
    [InlineData("1", RejectionReason.NotObject, null)]
    [InlineData("null", RejectionReason.NotObject, null)]
    [InlineData("[[{}]]", RejectionReason.NotObject, null)]
    [InlineData("{}", RejectionReason.NoId, null)]
    [InlineData("""{"id":null,"state":"updated","data":{}}""", RejectionReason.NoId, null)]
    [InlineData("""{"id":"","state":"updated","data":{}}""", RejectionReason.NoId, null)]
    [InlineData("""{"id":1.5,"state":"updated","data":{}}""", RejectionReason.NoId, null)]
    [InlineData("""{"id":{"a":[1]},"state":"updated","data":{}}""", RejectionReason.NoId, null)]
    [InlineData("""{"id":"\udc00","state":"updated","data":{}}""", RejectionReason.NoId, null)]
    [InlineData("""{"id":1,"data":{}}""", RejectionReason.NoState, "1")]
    [InlineData("""{"id":1,"state":"changed","data":{}}""", RejectionReason.NoState, "1")]
    [InlineData("""{"id":1,"state":["updated"],"data":{}}""", RejectionReason.NoState, "1")]
    [InlineData("""{"id":1,"state":"updated","modified":1}""", RejectionReason.NoData, "1")]
    [InlineData("""{"id":1,"state":"updated","modified":1,"data":null}""", RejectionReason.NoData, "1")]
    [InlineData("""{"id":1,"state":"updated","modified":1,"data":"{}"}""", RejectionReason.NoData, "1")]
    [InlineData("""{"id":1,"state":"updated","modified":1,"data":[{}]}""", RejectionReason.NoData, "1")]
    [InlineData("""{"id":1,"state":"updated","modified":9223372036854775808,"data":{}}""", RejectionReason.BadModified, "1")]
    [InlineData("""{"id":1,"state":"updated","modified":{"t":1},"data":{}}""", RejectionReason.BadModified, "1")]
    [InlineData("""{"id":1,"state":"updated","modified":true,"data":{}}""", RejectionReason.BadModified, "1")]
    [InlineData("""{"id":1,"state":"updated","modified":"\ud800","data":{}}""", RejectionReason.BadModified, "1")]
    public async Task A_bad_item_is_rejected_by_name_and_its_neighbours_are_not(string item, string reason, string? id)
    {
        using var page = await PageOfAsync(RpdeText.Updated("\"before\""), item, RpdeText.Updated("\"after\""));

        Assert.Equal(["before", "after"], page.Items.Select(good => good.Id));
        var rejected = Assert.Single(page.Rejected);
        Assert.Equal((reason, id, 1), (rejected.Reason, rejected.Id, rejected.Position));
        Assert.NotEmpty(rejected.Detail);
    }

    [Theory]
    [InlineData(512, true)]
    [InlineData(513, false)]
    [InlineData(100_000, false)]
    public async Task An_id_has_at_most_512_characters(int length, bool isKept)
    {
        using var page = await PageOfAsync(RpdeText.Updated($"\"{new string('x', length)}\""));
        Assert.Equal(isKept ? [] : [RejectionReason.LongId], page.Rejected.Select(item => item.Reason));
    }

    [Theory]
    [InlineData(63, true)]
    [InlineData(64, false)]
    [InlineData(100_000, false)]
    public async Task An_item_nested_too_deep_is_rejected_and_its_page_is_read(int arrays, bool isKept)
    {
        var data = $$"""{"a":{{new string('[', arrays)}}{{new string(']', arrays)}}}""";
        using var page = await PageOfAsync(RpdeText.Updated("1", data: data), RpdeText.Updated("2"));

        Assert.Equal(isKept ? ["1", "2"] : ["2"], page.Items.Select(item => item.Id));
        Assert.Equal(isKept ? [] : [RejectionReason.TooDeep], page.Rejected.Select(item => item.Reason));
    }

    [Fact]
    public async Task Depth_outside_the_data_harms_nothing()
    {
        var deep = new string('[', 100_000) + new string(']', 100_000);
        using var page = await PageOfAsync($$"""{"x":{{deep}},"id":1,"state":"deleted"}""");
        Assert.Single(page.Items);
    }

    [Fact]
    public async Task An_item_of_more_than_a_megabyte_is_rejected()
    {
        var data = $$"""{"a":"{{new string('x', 1024 * 1024)}}"}""";
        using var page = await PageOfAsync(RpdeText.Updated("1", data: data), RpdeText.Updated("2"));

        Assert.Equal((RejectionReason.TooLarge, "1"), page.Rejected.Select(item => (item.Reason, item.Id)).Single());
        Assert.Single(page.Items);
    }

    [Fact]
    public async Task Of_two_properties_with_one_name_the_last_counts()
    {
        using var page = await PageOfAsync(
            """{"id":1,"id":2,"state":"deleted","state":"updated","modified":1,"modified":5,"kind":"A","kind":"B","data":{"a":1},"data":{"b":2}}""");

        var item = Assert.Single(page.Items);
        Assert.Equal(("2", ItemState.Updated, 5L, "B"), (item.Id, item.State, item.Modified.Order, item.Kind));
        Assert.Equal("""{"b":2}""", Encoding.UTF8.GetString(item.Data.Span));
    }

    [Fact]
    public async Task A_lone_surrogate_in_a_name_or_in_data_harms_nothing()
    {
        using var page = await PageOfAsync("""{"\ud800":1,"i\u0064":1,"state":"updated","modified":1,"data":{"name":"\ud800"},"kind":"\udc00"}""");

        var item = Assert.Single(page.Items);
        Assert.Equal(("1", (string?)null), (item.Id, item.Kind));
    }

    [Fact]
    public async Task An_item_with_bytes_that_are_no_utf8_is_rejected_alone()
    {
        var text = RpdeText.Page("/next", RpdeText.Updated("1", data: """{"name":"?"}"""), RpdeText.Updated("\"é\""));
        var bytes = Encoding.UTF8.GetBytes(text);
        bytes[Array.IndexOf(bytes, (byte)'?')] = 0xFF;
        await using var server = ScriptedServer.Start().On("/feed", Reply.Bytes(bytes));
        using var http = TestHttp.Trusting(server);

        using var page = (await new RpdeFeedReader(http).ReadAsync(server.Url("/feed"), default)).Page!;

        Assert.Equal((RejectionReason.BadText, "1"), page.Rejected.Select(item => (item.Reason, item.Id)).Single());
        Assert.Equal("é", Assert.Single(page.Items).Id);
    }

    [Fact]
    public async Task State_is_understood_in_any_case()
    {
        using var page = await PageOfAsync("""{"id":1,"state":"Deleted"}""", """{"id":2,"state":"UPDATED","data":{}}""");
        Assert.Equal([ItemState.Deleted, ItemState.Updated], page.Items.Select(item => item.State));
    }

    private static Task<RpdePage> PageOfAsync(params string[] items) =>
        PageReadingTests.PageOfAsync(RpdeText.Page("/next", items));
}
