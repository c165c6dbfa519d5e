using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Feeds.Sample.Rpde;

namespace Feeds.Sample.Sites;

/// <summary>The dataset sites, the catalogue that lists them and the collection that lists that, for any address they are asked for at.</summary>
internal sealed class SiteDocuments(IReadOnlyList<SampleSite> sites, DateOnly today)
{
    public const string Publisher = "Signposting sample data (made up)";

    private const string Description = "Made-up classes, courses, events and courts at made-up venues in English towns, to try Signposting with. Nothing in it exists: do not send anybody there.";

    /// <summary>HTML that carries the Dataset as JSON-LD, as an OpenActive dataset site does.</summary>
    public string DatasetSite(string root, SampleSite site)
    {
        var list = string.Concat(site.Feeds.Select(feed => $"<li><a href=\"{WebUtility.HtmlEncode(FeedUrl(root, feed))}\">{feed.Kind}</a>: {feed.Live}</li>\n"));
        return $"""
            <!DOCTYPE html>
            <html lang="en-GB">
            <head>
            <meta charset="utf-8">
            <title>{site.Publisher}</title>
            <script type="application/ld+json">
            {Dataset(root, site)}
            </script>
            </head>
            <body>
            <h1>{site.Publisher}</h1>
            <p>{Description}</p>
            <p>The data is owned by nobody and is licensed under the <a href="{FeedEndpoint.Licence}">Creative Commons Attribution Licence (CC BY 4.0)</a> for anyone to access, use and share.</p>
            <ul>
            {list}</ul>
            <p><a href="{WebUtility.HtmlEncode(root)}/postcodes.csv">Postcodes of the sample</a></p>
            </body>
            </html>

            """;
    }

    public string Catalogue(string root) => Document(json =>
    {
        WriteHead(json, "DataCatalog", $"{root}/catalogue", "Sample catalogue (made up)", Publisher);
        Json.Strings(json, "dataset", [.. sites.Select(site => root + site.Path)]);
    });

    public string Collection(string root) => Document(json =>
    {
        WriteHead(json, "DataCatalog", $"{root}/collection", "Sample catalogue collection (made up)", Publisher);
        Json.Strings(json, "hasPart", $"{root}/catalogue");
    });

    private string Dataset(string root, SampleSite site) => Document(json =>
    {
        WriteHead(json, "Dataset", root + site.Path, site.Publisher, site.Publisher);
        json.WriteString("description"u8, Description);
        json.WriteString("schemaVersion"u8, "https://openactive.io/modelling-opportunity-data/2.0/"u8);
        Json.Strings(json, "keywords", "Sessions", "Facilities", "Activities", "OpenActive", "Made up");
        Json.Strings(json, "inLanguage", "en-GB");
        json.WriteStartArray("distribution"u8);
        foreach (var feed in site.Feeds)
        {
            WriteDistribution(json, root, feed);
        }

        json.WriteEndArray();
    });

    private void WriteHead(Utf8JsonWriter json, string type, string url, string name, string publisher)
    {
        Json.Strings(json, "@context", "https://schema.org/", "https://openactive.io/");
        json.WriteString("@type"u8, type);
        json.WriteString("@id"u8, url);
        json.WriteString("url"u8, url);
        json.WriteString("name"u8, name);
        json.WriteString("license"u8, FeedEndpoint.Licence);
        json.WriteString("dateModified"u8, today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteStartObject("publisher"u8);
        json.WriteString("@type"u8, "Organization"u8);
        json.WriteString("name"u8, publisher);
        json.WriteString("url"u8, SampleSet.Site);
        json.WriteString("email"u8, "sample@example.org"u8);
        json.WriteEndObject();
    }

    private static void WriteDistribution(Utf8JsonWriter json, string root, Feed feed)
    {
        json.WriteStartObject();
        json.WriteString("@type"u8, "DataDownload"u8);
        json.WriteString("name"u8, feed.Kind);
        json.WriteString("identifier"u8, feed.Kind);
        json.WriteString("additionalType"u8, $"https://openactive.io/{feed.Kind}");
        json.WriteString("encodingFormat"u8, FeedEndpoint.ContentType);
        json.WriteString("contentUrl"u8, FeedUrl(root, feed));
        json.WriteNumber("totalItems"u8, feed.Live);
        json.WriteEndObject();
    }

    private static string FeedUrl(string root, Feed feed) => $"{root}/feeds/{feed.Name}";

    // The strict encoder: what stands inside a script element must not be able to end it.
    private static string Document(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new() { Indented = true }))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
