using System.Globalization;
using System.Text;
using static Signposting.SystemTests.Hostile.HonestFeed;

namespace Signposting.SystemTests.Hostile;

/// <summary>Items that keep the form of a page and attack with what they say.</summary>
internal static class ItemAttacks
{
    private const string Sql = "'; DROP TABLE item; DROP TABLE feed; --";
    private const string Markup = "\\\"><script>alert(1)</script><img src=x onerror=alert(1)>${7*7}{{7*7}}%00%0d%0a";

    public static IEnumerable<Attack> All =>
    [
        new("modified-of-2-to-the-63", call => call.FeedAsync(Item(1, Series(1, "modified"), "9223372036854775808"), Item(2, Series(2, "modified"), "-9223372036854775809"), Good(3, "modified"))) { Rejected = ["item-bad-modified"], Held = 1 },
        new("latitude-999", call => call.FeedAsync(With(1, "place", Location("999", "-1.5")), With(2, "place", Location("1e308", "1e-308")), With(3, "place", Location("-0", "\"NaN\"")))) { Held = 3 },
        new("price-of-1e308", call => call.FeedAsync(Prices.Select((price, id) => Item(id, Priced(id, price))))) { Held = 8 },
        new("years-1-and-9999", call => call.FeedAsync(Years.Select((year, id) => Item(id, Session(id, "years", year))))) { Rejected = ["time-out-of-range", "time-unreadable"] },
        new("schedules-without-end", call => call.FeedAsync(Schedules.Select((schedule, id) => With(id, "schedule", $"\"eventSchedule\":[{schedule}],")))) { Held = 5 },
        new("id-of-a-megabyte", call => call.FeedAsync(Good(1, "ids").Replace("\"id\":1", $"\"id\":\"{new string('i', 1000_000)}\"", StringComparison.Ordinal), Good(2, "ids"))) { Rejected = ["item-long-id"], Held = 1 },
        new("json-ld-id-of-a-megabyte", call => call.FeedAsync(Item(1, $$"""{"@type":"SessionSeries","@id":"https://ids.example.org/{{new string('i', 900_000)}}","name":"Yoga"}"""), Good(2, "ldids"))) { Rejected = ["no-location"], Held = 2 },
        new("sql-and-html-everywhere", call => call.FeedAsync(Injections.Select(Injected))) { Rejected = ["no-name"], Held = 4 },
        new("lone-surrogates", call => call.FeedAsync(With(1, "surrogates", "\"name\":\"\\ud800\","), Good(2, "surrogates"))) { Rejected = ["bad-text"], Held = 1 },
        new("invalid-utf-8", InvalidUtf8Async) { Rejected = ["item-bad-text"], Held = 1 },
        new("duplicate-keys", call => call.FeedAsync(Item(1, Series(1, "twice", string.Concat(Enumerable.Repeat("\"name\":[],\"@id\":{},\"location\":7,", 1000)))))) { Held = 1 },
        new("parents-in-a-circle", call => call.FeedAsync(Enumerable.Range(0, 6).Select(id => Item(id, Child(id, (id + 1) % 6))))) { Held = 6 },
        new("one-id-ten-thousand-times", call => call.FeedAsync(Enumerable.Range(0, 10_000).Select(version => Item(7, Series(7, "again"), $"{version}")))) { Held = 1 },
        new("one-parent-for-all", call => ManyPagesAsync(call, 10, page => Enumerable.Range(page * 1000, 1000).Select(id => Item(id, Session(id, "parent", "2099"))))) { Held = 10_000 },
        new("a-page-full-of-sessions", call => ManyPagesAsync(call, 2, page => Enumerable.Range(page * 60, 60).Select(FullOfSessions))) { Held = 120 },
        new("a-page-full-of-schedules", call => ManyPagesAsync(call, 1, page => Enumerable.Range(page * 4000, 4000).Select(id => With(id, "schedules", $"\"eventSchedule\":[{Schedules[id % 2]}],")))) { Held = 4_000 },
    ];

    private static string[] Prices => ["1e308", "-1e308", "1e999", "1e-999", "\"1e308\"", "\"NaN\"", "\"£∞\"", "79228162514264337593543950336"];

    private static string[] Years => ["0001", "9999", "0000", "99999", "-0001"];

    private static string[] Schedules =>
    [
        Schedule("\"repeatFrequency\":\"PT1S\",\"repeatCount\":1000000000"),
        Schedule("\"repeatFrequency\":\"P1D\",\"byDay\":[\"MO\",\"TU\",\"WE\",\"TH\",\"FR\",\"SA\",\"SU\"],\"repeatCount\":9223372036854775807"),
        Schedule("\"repeatFrequency\":\"P0D\",\"repeatCount\":-1"),
        Schedule("\"repeatFrequency\":\"P1W\",\"byDay\":[" + string.Join(',', Enumerable.Repeat("\"https://schema.org/Monday\"", 10_000)) + "]"),
        Schedule("\"repeatFrequency\":\"P99999999999999999999Y\",\"byMonthDay\":[31,-31,0,99],\"exceptDate\":[\"0001-01-01\",\"9999-12-31T23:59:59+14:00\"]"),
    ];

    private static string[] Injections => [Sql, Markup, "\\u0000\\u0007\\u001b[2J\\u202e\\ufeff\\u0085", "\\u0000"];

    private static string With(int id, string feed, string more) => Item(id, Series(id, feed, more));

    private static string Location(string latitude, string longitude) => $$"""
        "location":{"@type":"Place","name":"Nowhere","geo":{"latitude":{{latitude}},"longitude":{{longitude}} } },
        """;

    private static string Priced(int id, string price) => Series(id, "price").Replace("5.5", price, StringComparison.Ordinal);

    private static string Schedule(string rule) => $$"""
        {"@type":"Schedule","startDate":"0001-01-01","endDate":"9999-12-31","startTime":"00:00","endTime":"23:59","duration":"PT1S","scheduleTimezone":"Europe/London",{{rule}} }
        """;

    private static string Session(int id, string feed, string year) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"@type":"ScheduledSession","@id":"https://{{feed}}.example.org/session/{{id}}","superEvent":"https://{{feed}}.example.org/series","startDate":"{{year}}-06-01T10:00:00Z"}""");

    private static string Child(int id, int parent) =>
        Series(id, "circle-of-parents", $"\"superEvent\":\"https://circle-of-parents.example.org/series/{parent}\",");

    private static string Injected(string text, int id) => $$"""
        {"state":"updated","kind":"{{text}}","id":"{{id}}{{text}}","modified":1,"data":{"@context":"{{text}}","@type":"SessionSeries","@id":"{{id}}{{text}}","name":"{{text}}",
        "description":"{{text}}","url":"javascript:{{text}}","organizer":{"@type":"Organization","@id":"{{text}}","name":"{{text}}","email":"{{text}}","telephone":"{{text}}","url":"{{text}}"},
        "activity":[{"@id":"{{text}}","prefLabel":"{{text}}"}],"level":"{{text}}","genderRestriction":"{{text}}","category":"{{text}}","offers":[{"@id":"{{text}}","name":"{{text}}","price":1}],
        "location":{"name":"{{text}}","url":"{{text}}","address":{"streetAddress":"{{text}}","postalCode":"{{text}}"},"geo":{"latitude":53.8,"longitude":-1.55} } } }
        """;

    /// <summary>As many sessions as an item may bring in few bytes, and many such items: 60,000 a page.</summary>
    private static string FullOfSessions(int id) => Item(
        id, Series(id, "full", $"\"subEvent\":[{string.Join(',', Enumerable.Range(0, 1000).Select(minute => string.Create(CultureInfo.InvariantCulture, $"{{\"startDate\":\"2098-{1 + (minute / 84):00}-{1 + (minute / 3 % 28):00}T{minute % 24:00}:00Z\"}}")))}],"));

    private static Task<bool> ManyPagesAsync(Call call, int pages, Func<int, IEnumerable<string>> items) =>
        call.Page < pages ? call.PageAsync(call.PageUrl(call.Page + 1), items(call.Page)) : call.PageAsync(call.PageUrl(call.Page));

    private static Task<bool> InvalidUtf8Async(Call call)
    {
        if (call.Page > 0)
            return call.PageAsync(call.PageUrl(call.Page));
        var page = $$"""{"items":[{{With(1, "utf8", "\"name\":\"~\",")}},{{Good(2, "utf8")}}],"next":"{{call.PageUrl(1)}}"}""";
        var bytes = Encoding.ASCII.GetBytes(page);
        bytes[Array.IndexOf(bytes, (byte)'~')] = 0xC3;
        return call.BodyAsync(bytes);
    }
}
