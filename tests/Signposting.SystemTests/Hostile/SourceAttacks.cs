namespace Signposting.SystemTests.Hostile;

/// <summary>Catalogues and dataset sites that attack before any feed is read.</summary>
internal static class SourceAttacks
{
    private const int Megabyte = 1024 * 1024;

    public static IEnumerable<Attack> All =>
    [
        new("catalogue-in-a-circle", call => call.JsonAsync($$"""{"@type":"DataCatalog","hasPart":["{{call.PageUrl(1 - call.Page)}}","{{call.Origin}}{{call.Path}}"]}""")) { IsSource = true },
        new("catalogues-without-bottom", call => call.JsonAsync($$"""{"@type":"DataCatalog","hasPart":["{{call.PageUrl(call.Page + 1)}}"]}""")) { IsSource = true, Faults = ["too-many"] },
        new("catalogue-of-a-million", call => call.JsonAsync($$"""{"@type":"DataCatalog","dataset":[{{string.Join(',', Enumerable.Range(0, 190_000).Select(id => $"\"x:{id}\""))}}]}""")) { IsSource = true, Faults = ["too-many"] },
        new("catalogue-of-brackets", call => call.StreamAsync(["{\"@type\":\"DataCatalog\",\"dataset\":["u8.ToArray(), .. Enumerable.Repeat(BodyAttacks.Filled("[],", Megabyte - 20), 2), "0]}"u8.ToArray()])) { IsSource = true, Faults = ["too-large"] },
        new("dataset-nested-100000", call => call.JsonAsync($"{{\"@type\":\"Dataset\",\"distribution\":{new string('[', 100_000)}{new string(']', 100_000)}}}")) { IsSource = true, Faults = ["bad-json"] },
        new("site-of-a-gigabyte", call => call.StreamAsync(Enumerable.Repeat(BodyAttacks.Filled("<p>", Megabyte), 1024).Prepend("<html>"u8.ToArray()))) { IsSource = true, Faults = ["too-large"] },
        new("site-of-open-tags", call => call.StreamAsync([.. Enumerable.Repeat(BodyAttacks.Filled("<b a=", Megabyte - 10), 1)])) { IsSource = true, Faults = ["html"] },
    ];
}
