using Feeds.Harvester.Catalogues;
using Feeds.Harvester.Http;
using Feeds.Harvester.Tests.Support;
using Xunit;

namespace Feeds.Harvester.Tests.Catalogues;

public sealed class SourceReaderTests
{
    private const string Dataset = """
        {"@type":"Dataset","name":"Sessions","license":"https://creativecommons.org/licenses/by/4.0/",
         "publisher":{"@type":"Organization","name":"A Leisure Trust","email":"a@example.org","url":"https://example.org"},
         "distribution":[{"@type":"DataDownload","name":"Series","additionalType":"https://openactive.io/SessionSeries","contentUrl":"/feeds/%41","totalItems":120}]}
        """;

    [Theory]
    [InlineData("""{"@type":"DataCatalog","hasPart":["a","/b","https://h/c"]}""")]
    [InlineData("""{"type":["DataCatalog"],"hasPart":[{"@id":"a"},{"id":"/b"},{"url":"https://h/c","type":"DataCatalog"}]}""")]
    [InlineData("""{"hasPart":[{"@type":"DataCatalog","@id":"x","hasPart":"a"},{"hasPart":["/b","https://h/c","a"]}]}""")]
    [InlineData("""[{"@context":"https://schema.org/","@graph":[{"@type":"schema:DataCatalog","hasPart":["a","/b",null,7,"https://h/c"]}]}]""")]
    public async Task A_collection_names_its_parts(string json)
    {
        await using var server = ScriptedServer.Start().On("/x/source", Reply.Json(json));
        var collection = Assert.IsType<Source.Collection>((await ReadAsync(server)).Source);
        Assert.Equal([server.Url("/x/a"), server.Url("/b"), "https://h/c"], collection.Parts);
    }

    [Theory]
    [InlineData("""{"@type":"DataCatalog","dataset":["a","https://h/b"]}""")]
    [InlineData("""{"dataset":[{"@type":"Dataset","@id":"a"},{"type":"Dataset","url":"https://h/b"}]}""")]
    [InlineData("""{"hasPart":{"@type":"DataCatalog","dataset":["a"]},"dataset":"https://h/b"}""")]
    public async Task A_catalogue_names_its_datasets(string json)
    {
        await using var server = ScriptedServer.Start().On("/x/source", Reply.Json(json));
        var catalogue = Assert.IsType<Source.Catalogue>((await ReadAsync(server)).Source);
        Assert.Equal(2, catalogue.Datasets.Count);
        Assert.Contains(server.Url("/x/a"), catalogue.Datasets);
        Assert.Contains("https://h/b", catalogue.Datasets);
    }

    [Fact]
    public async Task An_empty_catalogue_is_a_catalogue()
    {
        await using var server = ScriptedServer.Start().On("/x/source", Reply.Json("""{"@type":"DataCatalog","dataset":[]}"""));
        Assert.Empty(Assert.IsType<Source.Catalogue>((await ReadAsync(server)).Source).Datasets);
    }

    [Fact]
    public async Task A_dataset_site_is_read_from_the_json_in_its_page()
    {
        var html = $$"""
            <!DOCTYPE html><title><script type="application/ld+json">{"@type":"Dataset"}</script></title>
            <script>var s = "<script type='application/ld+json'>";</script>
            <!-- <script type="application/ld+json">{"@type":"Dataset","name":"in a comment"}</script> -->
            <script type="application/ld+json">{"@type":"BreadcrumbList"}</script>
            <SCRIPT TYPE='Application/LD+JSON; charset=utf-8' id=x>{{Dataset}}</SCRIPT>
            """;
        await using var server = ScriptedServer.Start().On("/x/source", Reply.Html(html));

        var site = Assert.IsType<Source.Dataset>((await ReadAsync(server)).Source).Site;

        Assert.Equal("Sessions", site.Name);
        Assert.Equal(("A Leisure Trust", "a@example.org", "https://example.org"), (site.Publisher, site.PublisherEmail, site.PublisherUrl));
        Assert.Equal("https://creativecommons.org/licenses/by/4.0/", site.Licence);
        Assert.Equal(server.Url("/x/source"), site.Url);
        Assert.Equal(new DatasetFeed(server.Url("/feeds/%41"), "Series", "SessionSeries", 120), Assert.Single(site.Feeds));
    }

    [Theory]
    [InlineData("""{"type":"Dataset","name":["Sessions"],"publisher":[{"name":"P"}],"distribution":{"contentUrl":["f"],"identifier":"Slot","totalItems":"9"}}""", "P", "Slot", 9L)]
    [InlineData("""{"@type":["Thing","http://schema.org/Dataset"],"name":{"@value":"Sessions"},"publisher":"P","distribution":[{"contentUrl":{"@id":"f"},"name":"Event"}]}""", "P", "Event", null)]
    [InlineData("""{"name":"Sessions","publisher":{"legalName":"P"},"distribution":[{"contentUrl":"f","additionalType":["https://openactive.io/Slot"]},{"contentUrl":"f"},{"name":"no url"},"text",null]}""", "P", "Slot", null)]
    [InlineData("""{"@graph":[{"@type":"WebSite"},{"@type":"schema:Dataset","name":"Sessions","publisher":"https://example.org","distribution":[{"contentUrl":"f","totalItems":-1}]}]}""", null, null, null)]
    public async Task A_dataset_is_understood_in_every_shape(string json, string? publisher, string? kind, long? total)
    {
        await using var server = ScriptedServer.Start().On("/x/source", Reply.Json(json).With("Content-Type", "application/ld+json"));

        var site = Assert.IsType<Source.Dataset>((await ReadAsync(server)).Source).Site;

        Assert.Equal(("Sessions", publisher), (site.Name, site.Publisher));
        var feed = Assert.Single(site.Feeds);
        Assert.Equal((server.Url("/x/f"), kind, total), (feed.Url, feed.Kind, feed.TotalItems));
    }

    [Fact]
    public async Task A_catalogue_may_hold_its_datasets_whole()
    {
        await using var server = ScriptedServer.Start().On("/x/source", Reply.Json($$"""{"@type":"DataCatalog","dataset":[{{Dataset}},"a"]}"""));

        var catalogue = Assert.IsType<Source.Catalogue>((await ReadAsync(server)).Source);

        Assert.Equal([server.Url("/x/a")], catalogue.Datasets);
        Assert.Equal("Sessions", Assert.Single(catalogue.Embedded).Name);
    }

    [Fact]
    public async Task A_feed_is_told_by_its_shape_and_named_by_the_url_that_was_asked_for()
    {
        await using var server = ScriptedServer.Start().On("/x/source", Reply.Redirect("/moved"))
            .On("/moved", Reply.Json(RpdeText.Page("/next", RpdeText.Updated("1"))).With("Content-Type", "text/html"));

        var feed = Assert.IsType<Source.Feed>((await ReadAsync(server)).Source);

        Assert.Equal(server.Url("/x/source"), feed.Url);
    }

    [Theory]
    [InlineData("""{"error":"none"}""", FaultCode.UnknownSource)]
    [InlineData("[]", FaultCode.UnknownSource)]
    [InlineData("12", FaultCode.UnknownSource)]
    [InlineData("""{"dataset":["a",""", FaultCode.BadJson)]
    [InlineData("<html><p>Nothing here</html>", FaultCode.Html)]
    [InlineData("""<script type="application/ld+json">{"@type":"Person"}</script>""", FaultCode.Html)]
    [InlineData("""<script type="application/ld+json">{"@type":"Dataset",</script>""", FaultCode.BadJson)]
    [InlineData("""<script type="application/ld+json">""", FaultCode.Html)]
    [InlineData("offline", FaultCode.NotJson)]
    [InlineData("", FaultCode.NotJson)]
    public async Task What_is_no_source_is_a_fault_that_says_so(string body, string code)
    {
        await using var server = ScriptedServer.Start().On("/x/source", Reply.Html(body));
        Assert.Equal(code, (await ReadAsync(server)).Fault?.Code);
    }

    [Fact]
    public async Task A_page_built_to_choke_a_parser_is_read_like_any_other()
    {
        var html = string.Concat(Enumerable.Repeat("<div><a><b>", 90_000)) + $"""<script type="application/ld+json">{Dataset}</script>""";
        await using var server = ScriptedServer.Start().On("/x/source", Reply.Html(html));
        Assert.True((await ReadAsync(server)).Succeeded);
    }

    [Fact]
    public async Task Json_nested_without_end_is_a_fault()
    {
        var deep = $$"""{"hasPart":{{new string('[', 100_000)}}{{new string(']', 100_000)}}}""";
        await using var server = ScriptedServer.Start().On("/x/source", Reply.Json(deep));
        Assert.Equal(FaultCode.BadJson, (await ReadAsync(server)).Fault?.Code);
    }

    [Fact]
    public async Task A_document_over_8_MB_is_a_fault()
    {
        await using var server = ScriptedServer.Start().On("/x/source", Reply.Html("<html>" + new string(' ', 9_000_000)));
        Assert.Equal(FaultCode.TooLarge, (await ReadAsync(server)).Fault?.Code);
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("<script type=\"application/ld+json\">{0}</script>")]
    public async Task A_short_document_of_very_many_parts_is_too_large_as_well(string page)
    {
        var json = $"{{\"@type\":\"DataCatalog\",\"dataset\":[{string.Concat(Enumerable.Repeat("[],", 100_000))}0]}}";
        await using var server = ScriptedServer.Start().On("/x/source", Reply.Json(page.Replace("{0}", json, StringComparison.Ordinal)));

        Assert.Equal(FaultCode.TooLarge, (await ReadAsync(server)).Fault?.Code);
    }

    [Theory]
    [InlineData("dataset-site.html")]
    [InlineData("dataset-site.jsonld")]
    public async Task The_dataset_site_of_the_reference_implementation_is_read(string file)
    {
        var bytes = await File.ReadAllBytesAsync(SharedData.File("feeds", "reference", file));
        await using var server = ScriptedServer.Start().On("/x/source", Reply.Bytes(bytes));

        var site = Assert.IsType<Source.Dataset>((await ReadAsync(server)).Source).Site;

        Assert.Equal("OpenActive Reference Implementation", site.Publisher);
        Assert.Equal("hello@example.com", site.PublisherEmail);
        Assert.Equal("https://creativecommons.org/licenses/by/4.0/", site.Licence);
        Assert.Equal(["ScheduledSession", "SessionSeries", "FacilityUse", "Slot"], site.Feeds.Select(feed => feed.Kind));
        Assert.Equal("http://127.0.0.1:5055/feeds/scheduled-sessions", site.Feeds[0].Url);
    }

    private static async Task<SourceRead> ReadAsync(ScriptedServer server)
    {
        using var http = TestHttp.Trusting(server);
        return await new SourceReader(http).ReadAsync(server.Url("/x/source"), default);
    }
}
