namespace Feeds.Harvester.Tests.Support;

/// <summary>Pages and items of feeds, as text.</summary>
public static class RpdeText
{
    /// <summary>A page with these items.</summary>
    public static string Page(string next, params string[] items) =>
        $$"""{"next":"{{next}}","items":[{{string.Join(',', items)}}],"license":"https://creativecommons.org/licenses/by/4.0/"}""";

    /// <summary>An updated item; id, modified and data are JSON.</summary>
    public static string Updated(string id, string modified = "1", string data = "{}", string kind = "SessionSeries") =>
        $$"""{"state":"updated","kind":"{{kind}}","id":{{id}},"modified":{{modified}},"data":{{data}}}""";

    /// <summary>A tombstone; id and modified are JSON.</summary>
    public static string Deleted(string id, string modified = "1") =>
        $$"""{"state":"deleted","kind":"SessionSeries","id":{{id}},"modified":{{modified}}}""";
}
