using AngleSharp.Html.Parser;

namespace Signposting.BrowserTests.Rules;

/// <summary>HTML as the standard has it (html.spec.whatwg.org).</summary>
internal static class Html
{
    /// <summary>As it came from the server: the parser has nothing to put right, no id stands twice, and every reference to one leads somewhere.</summary>
    public static void IsWellFormed(string source, string address)
    {
        var errors = new List<string>();
        var parser = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true });
        parser.Error += (_, error) => errors.Add(error is AngleSharp.Html.Dom.Events.HtmlErrorEvent wrong ? $"line {wrong.Position.Line}: {wrong.Message}" : error.ToString()!);
        using var document = parser.ParseDocument(source);
        errors.AddRange(document.All.Where(element => element.Id is { Length: > 0 }).GroupBy(element => element.Id).Where(same => same.Count() > 1).Select(same => $"the id {same.Key} stands {same.Count()} times"));
        foreach (var element in document.All)
        {
            foreach (var name in (string[])["for", "aria-labelledby", "aria-describedby", "aria-controls", "headers"])
            {
                errors.AddRange((element.GetAttribute(name) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Where(id => document.GetElementById(id) is null).Select(id => $"{name} of {element.LocalName} names {id}, which is not there"));
            }
        }

        Assert.True(errors.Count == 0, $"{address}\n{string.Join('\n', errors)}");
    }
}
