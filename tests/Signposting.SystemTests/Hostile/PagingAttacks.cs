using static Signposting.SystemTests.Hostile.HonestFeed;

namespace Signposting.SystemTests.Hostile;

/// <summary>Feeds that never end, or lead where they should not.</summary>
internal static class PagingAttacks
{
    public static IEnumerable<Attack> All =>
    [
        new("same-items-new-urls", call => call.PageAsync(call.PageUrl(call.Page + 1), Good(1, "same"), Good(2, "same"))) { Faults = ["no-progress"], Held = 2 },
        new("empty-pages-without-end", call => call.PageAsync(call.PageUrl(call.Page + 1))) { Faults = ["no-progress"] },
        new("a-to-b-and-back", call => call.PageAsync(call.PageUrl(1 - call.Page), Good(call.Page, "circle"))) { Faults = ["loop"], Held = 2 },
        new("circle-of-a-hundred", call => call.PageAsync(call.PageUrl((call.Page + 1) % 100), Good(call.Page, "hundred"))) { Faults = ["loop"], Held = 100 },
        new("itself-with-items", call => call.PageAsync($"{call.Origin}{call.Path}", Good(1, "itself"))) { Faults = ["broken-paging"] },
        new("next-of-a-megabyte", call => call.PageAsync(call.PageUrl(1) + new string('0', 1024 * 1024), Good(1, "long"))) { Faults = ["broken-paging"] },
        new("next-into-the-network", call => call.PageAsync("http://127.0.0.1:1/", Good(1, "inwards"))) { Faults = ["forbidden-address"], Held = 1 },
        new("next-to-a-file", call => call.PageAsync("file:///etc/passwd", Good(1, "file"))) { Faults = ["broken-paging"] },
        new("next-twice", call => call.JsonAsync($$"""{"next":"{{call.PageUrl(1)}}","items":[],"next":"{{call.PageUrl(2)}}"}""")) { Faults = ["broken-paging"] },
    ];
}
