using System.Globalization;

namespace Signposting.SystemTests.Hostile;

/// <summary>The good feed beside the attacked ones, and items for those.</summary>
internal static class HonestFeed
{
    public const int Items = PagesWithItems * ItemsOnPage;

    private const int PagesWithItems = 40;
    private const int ItemsOnPage = 50;

    /// <summary>An attack by name only, so that the publisher serves it like the others.</summary>
    public static Attack Attack { get; } = new("honest", AnswerAsync) { Held = Items };

    /// <summary>An updated item; the data is JSON.</summary>
    public static string Item(int id, string data, string modified = "1") =>
        string.Create(CultureInfo.InvariantCulture, $$"""{"state":"updated","kind":"SessionSeries","id":{{id}},"modified":{{modified}},"data":{{data}} }""");

    /// <summary>An item that nothing is wrong with.</summary>
    public static string Good(int id, string feed) => Item(id, Series(id, feed));

    /// <summary>The data of a class in Leeds.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="feed">The feed's name, which is part of its <c>@id</c>.</param>
    /// <param name="more">Further properties, each with a comma after it.</param>
    public static string Series(int id, string feed, string more = "") => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        {"@context":"https://openactive.io/","@type":"SessionSeries",{{more}}"@id":"https://{{feed}}.example.org/series/{{id}}","name":"Yoga {{id}}",
        "description":"An hour of yoga for everybody.","organizer":{"@type":"Organization","name":"Leeds Yoga"},
        "location":{"@type":"Place","name":"Hall {{id % 7}}","geo":{"latitude":53.{{800 + (id % 90)}},"longitude":-1.55 },"address":{"postalCode":"LS1 3AD"} },
        "offers":[{"price":5.5,"priceCurrency":"GBP"}]}
        """);

    private static Task<bool> AnswerAsync(Call call) => call.Page < PagesWithItems
        ? call.PageAsync(call.PageUrl(call.Page + 1), Enumerable.Range(call.Page * ItemsOnPage, ItemsOnPage).Select(id => Good(id, Attack.Name)))
        : call.PageAsync(call.PageUrl(call.Page));
}
