using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Signposting.Api.Opportunities;
using Signposting.Api.Tests.Building;
using Signposting.Api.Tests.Running;

namespace Signposting.Api.Tests.Opportunities;

public sealed class FormatTests(TownService town)
{
    private static readonly string Search = $"/v1/opportunities?{Town.Centre}";
    private readonly TestService _service = town.Service;

    [Theory]
    [InlineData("application/json", "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("text/html, application/xhtml+xml, */*;q=0.8", "application/json")]
    [InlineData("application/geo+json", "application/geo+json")]
    [InlineData("APPLICATION/GEO+JSON;q=0.5", "application/geo+json")]
    [InlineData("application/json;q=0.5, text/csv", "text/csv")]
    [InlineData("text/*, application/json;q=0.1", "text/csv")]
    [InlineData("text/csv, */*", "text/csv")]
    [InlineData("*/*, application/json;q=0", "application/geo+json")]
    public async Task Accept_chooses_the_form(string accept, string type)
    {
        using var response = await AskAsync(_service, Search, accept);

        Assert.Equal((HttpStatusCode.OK, type), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Contains("Accept", response.Headers.Vary);
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/xml, text/csv;q=0")]
    [InlineData("garbage")]
    public async Task Any_other_form_is_refused(string accept)
    {
        using var response = await AskAsync(_service, Search, accept);

        Assert.Equal((HttpStatusCode.NotAcceptable, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task A_search_by_body_has_the_same_forms()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/opportunities/search") { Content = new StringContent("""{"lat":53.8,"lon":-1.55}""", Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Accept", "text/csv");

        using var response = await _service.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task GeoJSON_has_each_item_at_its_venue_longitude_first_and_all_that_the_JSON_says()
    {
        var json = await _service.JsonAsync($"{Search}&condition=falls&attendance=any&limit=6");
        var geo = JsonNode.Parse(await TextAsync(_service, $"{Search}&condition=falls&attendance=any&limit=6", "application/geo+json"))!;

        Assert.Equal("FeatureCollection", (string?)geo["type"]);
        var items = json["items"]!.AsArray();
        var features = geo["features"]!.AsArray();
        Assert.Equal(items.Count, features.Count);
        foreach (var (item, feature) in items.Zip(features))
        {
            Assert.True(JsonNode.DeepEquals(item, feature!["properties"]));
            Assert.Equal(("Feature", (string?)item!["id"]), ((string?)feature["type"], (string?)feature["id"]));
            var point = item["location"] is { } place ? $$"""{"type":"Point","coordinates":[{{place["lon"]}},{{place["lat"]}}]}""" : "null";
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(point), feature["geometry"]), feature.ToJsonString());
            Assert.True(feature.AsObject().ContainsKey("geometry"));
        }

        foreach (var name in (string[])["query", "asOf", "coverage", "rules", "guidance", "attribution"])
            Assert.True(JsonNode.DeepEquals(json[name], geo[name]), name);
        Assert.True(geo.AsObject().ContainsKey("next"));
    }

    [Fact]
    public async Task A_table_has_a_row_for_each_item_under_a_header()
    {
        var rows = Rows(await TextAsync(_service, $"{Search}&condition=falls", "text/csv"));
        var json = await _service.JsonAsync($"{Search}&condition=falls");

        Assert.Equal(json["items"]!.AsArray().Select(item => (string?)item!["id"]), rows.Select(row => row["id"]));
        var first = rows[0];
        Assert.Equal(("Tai Chi for balance", "Tai Chi", "recommended", "-1.55"), (first["name"], first["activity"], first["verdict"], first["lon"]));
        Assert.Equal(("2026-06-16T10:00:00+01:00", "3.5", "£3.50–£5.00"), (first["nextStart"], first["priceMin"], first["price"]));
        Assert.Equal("https://creativecommons.org/licenses/by/4.0/", first["licence"]);
        Assert.Contains("caution:", first["guidance"], StringComparison.Ordinal);
        Assert.Equal(((string?)json["rules"]!["version"], "draft"), (first["rulesVersion"], first["rulesReview"]));
        Assert.Equal(((string?)json["asOf"], (string?)json["items"]![0]!["provenance"]![0]!["feedCheckedAt"]), (first["asOf"], first["feedCheckedAt"]));
    }

    [Fact]
    public async Task A_table_says_once_what_several_conditions_say_alike()
    {
        var rows = Rows(await TextAsync(_service, $"{Search}&condition=type-2-diabetes&condition=prediabetes", "text/csv"));

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Distinct(row["reasons"].Split("; ")));
    }

    [Fact]
    public async Task A_table_is_not_silent_where_no_activity_is_advised()
    {
        var row = Assert.Single(Rows(await TextAsync(_service, $"{Search}&condition=me-cfs", "text/csv")));

        Assert.StartsWith("stop:", row["guidance"], StringComparison.Ordinal);
        Assert.Equal("", row["id"]);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"https://hostile.test\")", "'=HYPERLINK(\"https://hostile.test\")")]
    [InlineData("+44 113 496 0000", "'+44 113 496 0000")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("  =1", "'  =1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("Yoga, \"gentle\"\r\n=1", "Yoga, \"gentle\"\r\n=1")]
    [InlineData("", "")]
    public void Text_that_a_spreadsheet_would_run_begins_with_an_apostrophe(string text, string read)
    {
        var csv = new CsvText();
        csv.Text(text);
        csv.Value("-1.5");
        csv.EndRecord();

        Assert.Equal([read, "-1.5"], Assert.Single(Records(csv.ToString())));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Who_asks_for_it_gets_it_compressed(string coding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Search);
        request.Headers.AcceptEncoding.ParseAdd(coding);
        using var response = await _service.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal([coding], response.Content.Headers.ContentEncoding);
        Assert.Contains("Accept-Encoding", response.Headers.Vary);
        await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using Stream plain = coding == "br" ? new BrotliStream(body, CompressionMode.Decompress) : new GZipStream(body, CompressionMode.Decompress);
        Assert.NotNull((await JsonNode.ParseAsync(plain, cancellationToken: TestContext.Current.CancellationToken))!["items"]);
    }

    [Fact]
    public async Task Who_does_not_ask_gets_it_plain()
    {
        using var response = await _service.GetAsync(Search);

        Assert.Empty(response.Content.Headers.ContentEncoding);
    }

    private static async Task<string> TextAsync(TestService service, string address, string accept)
    {
        using var response = await AskAsync(service, address, accept);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<HttpResponseMessage> AskAsync(TestService service, string address, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return await service.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static List<Dictionary<string, string>> Rows(string csv)
    {
        var records = Records(csv);
        return [.. records.Skip(1).Select(record => records[0].Zip(record).ToDictionary(pair => pair.First, pair => pair.Second))];
    }

    /// <summary>Reads RFC 4180 strictly: every record ends with CRLF.</summary>
    private static List<List<string>> Records(string csv)
    {
        List<List<string>> records = [];
        var record = new List<string>();
        for (var at = 0; at < csv.Length; at++)
        {
            var field = new StringBuilder();
            if (csv[at] == '"')
            {
                for (at++; csv[at] != '"' || (at + 1 < csv.Length && csv[at + 1] == '"'); at++)
                {
                    if (csv[at] == '"')
                        at++;
                    field.Append(csv[at]);
                }

                at++;
            }
            else
            {
                for (; csv[at] is not (',' or '\r'); at++)
                    field.Append(csv[at]);
            }

            record.Add(field.ToString());
            if (csv[at] == ',')
                continue;
            Assert.Equal("\r\n", csv[at..(at + 2)]);
            at++;
            records.Add(record);
            record = [];
        }

        return records;
    }
}
