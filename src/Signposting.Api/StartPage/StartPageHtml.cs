using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Feeds.Harvester.Progress;
using Signposting.Api.Hosting;

namespace Signposting.Api.StartPage;

/// <summary>The page that says what runs here and how the harvest is doing.</summary>
internal sealed class StartPageHtml(HarvestProgress progress, StoreAccess access, DataOrigin origin, ApiSettings settings)
{
    private const int MostProblems = 20;

    public string Render()
    {
        var page = new StringBuilder("""
            <!doctype html>
            <html lang="en-GB">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="refresh" content="5">
            <title>Signposting</title>
            <style>body{font:1rem/1.5 Arial,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}th{text-align:left;padding-right:2rem}.demo{background:#ffeb3b;padding:.5rem 1rem}</style>
            </head>
            <body>

            """);
        if (origin.IsMadeUp)
            page.Append("<p class=\"demo\"><strong>Demo: all data is made up.</strong></p>\n");
        page.Append("<h1>Signposting</h1>\n<p>Finds physical activity near a place, from OpenActive's open data.</p>\n");
        AppendHarvest(page);
        AppendLinks(page);
        return page.Append("</body>\n</html>\n").ToString();
    }

    private void AppendHarvest(StringBuilder page)
    {
        page.Append("<h2>Harvest</h2>\n");
        if (!access.IsOpen)
            page.Append("<p>The store is being opened.</p>\n");
        if (!settings.Shared.Enabled && !origin.IsMadeUp)
        {
            page.Append("<p>This service does not harvest (Feeds:Enabled is false).</p>\n");
            return;
        }

        var totals = progress.Totals();
        page.Append("<table>\n");
        AppendRow(page, "Feeds", $"{Number(totals.Feeds)}{(progress.IsDiscovering ? ", looking for more" : "")}");
        AppendRow(page, "Read to the end", Number(totals.AtEnd));
        AppendRow(page, "Items read since the start", Number(totals.Items));
        AppendRow(page, "Rejected", Number(totals.Rejected.Sum(reason => reason.Value)));
        AppendRow(page, "Faults", Number(totals.Faults));
        page.Append("</table>\n");
        AppendProblems(page);
    }

    private void AppendProblems(StringBuilder page)
    {
        var problems = progress.SourceProblems.Select(problem => (problem.Url, problem.Fault.Text))
            .Concat(progress.Feeds.Where(feed => feed.Fault is not null).Select(feed => (feed.Registration.Url, feed.Fault!.Text)))
            .ToList();
        if (problems.Count == 0)
            return;
        page.Append("<h3>What cannot be reached</h3>\n<p>It is tried again.</p>\n<ul>\n");
        foreach (var (url, text) in problems.Take(MostProblems))
            page.Append("<li>").Append(Text(url)).Append(": ").Append(Text(text)).Append("</li>\n");
        page.Append("</ul>\n");
        if (problems.Count > MostProblems)
            page.Append("<p>And more: see <a href=\"/v1/feeds\">/v1/feeds</a>.</p>\n");
    }

    private static void AppendLinks(StringBuilder page) => page.Append("""
        <h2>Look around</h2>
        <ul>
        <li><a href="/v1/opportunities?postcode=LS1&amp;radius=10">What is within 10 km of LS1</a></li>
        <li><a href="/v1/opportunities?lat=53.798&amp;lon=-1.549&amp;activity=Walking&amp;sort=soonest">Walks near the middle of Leeds, soonest first</a></li>
        <li><a href="/v1/feeds">The feeds, and how each is doing</a></li>
        <li><a href="/v1/activities">The activities that can be searched for</a></li>
        <li><a href="/swagger">The REST contract</a>, and as a file: <a href="/openapi/signposting.v1.yaml">signposting.v1.yaml</a></li>
        </ul>

        """);

    private static void AppendRow(StringBuilder page, string name, string value) =>
        page.Append("<tr><th scope=\"row\">").Append(name).Append("</th><td>").Append(value).Append("</td></tr>\n");

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);
}
