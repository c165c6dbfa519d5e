using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace Feeds.Harvester.Catalogues;

/// <summary>
/// Finds the JSON-LD in a web page. Only AngleSharp's tokenizer is used: no tree is built, so that a page nested a
/// million levels deep costs neither a stack nor the square of its length, and nothing in it is run or fetched.
/// </summary>
internal static class LinkedDataScripts
{
    private const int MostScripts = 100;

    /// <summary>The texts of the page's <c>application/ld+json</c> scripts, in its order.</summary>
    public static IEnumerable<string> In(string html)
    {
        using var source = new TextSource(html);
        using var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver);
        var found = 0;
        var isLinkedData = false;
        for (var token = tokenizer.Get(); token.Type != HtmlTokenType.EndOfFile && found < MostScripts; token = tokenizer.Get())
        {
            if (token.Type == HtmlTokenType.Character && isLinkedData)
            {
                found++;
                yield return token.Data;
            }

            isLinkedData = token.IsStartTag("script") && IsLinkedData(token.AsTag());
            tokenizer.State = ModeAfter(token, tokenizer.State);
        }
    }

    private static bool IsLinkedData(HtmlTagToken tag) =>
        tag.GetAttribute("type").Split(';')[0].Trim().Equals("application/ld+json", StringComparison.OrdinalIgnoreCase);

    /// <summary>What a tree builder would tell the tokenizer: where markup ends and plain text begins (HTML section 13.2.6).</summary>
    private static HtmlParseMode ModeAfter(HtmlToken token, HtmlParseMode mode) => token.Type != HtmlTokenType.StartTag ? mode : token.Name switch
    {
        "script" => HtmlParseMode.Script,
        "style" or "xmp" or "iframe" or "noembed" or "noframes" => HtmlParseMode.Rawtext,
        "textarea" or "title" => HtmlParseMode.RCData,
        "plaintext" => HtmlParseMode.Plaintext,
        _ => mode,
    };
}
