using Signposting.Api.Conditions;
using Signposting.Api.Hosting;
using Signposting.Api.SearchPage.Layout;
using Signposting.Api.SearchPage.Rendering;
using Signposting.Api.SearchPage.Wording;

namespace Signposting.Api.SearchPage.Leaflets;

/// <summary><c>GET /leaflet</c>: the leaflet of a link, with what has become of its activities since.</summary>
internal sealed class ShowLeaflet(StoreAccess store, ClinicalRules clinical, TimeProvider time)
{
    public const string CodeName = "l";
    public const string SizeName = "size";
    public const string Large = "large";

    /// <summary>Stands in the address of a leaflet that was just made, and in no link to it: how to send it is folded away for whoever gets it.</summary>
    public const string NewName = "new";

    public async Task<IResult> AnswerAsync(HttpContext http)
    {
        string? text = http.Request.Query[CodeName];
        if (text is null)
            return new HtmlPage<NoLeafletPage>();
        if (LeafletCode.Read(text) is not { } code)
            return new HtmlPage<NoLeafletPage>(new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(NoLeafletPage.IsBroken)] = true }, StatusCodes.Status404NotFound);
        var entries = await LeafletEntry.ReadAsync(store, code.Ids, code.Made, LondonTime.Now(time), http.RequestAborted);
        var model = ModelOf(entries, code, text, http.Request);
        return new HtmlPage<LeafletPage>(new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(LeafletPage.Leaflet)] = model });
    }

    /// <summary>The address of a leaflet on this site.</summary>
    public static string AddressOf(string code, bool large, bool isNew = false) => $"{PagePaths.Leaflet}?{CodeName}={code}{(large ? $"&{SizeName}={Large}" : "")}{(isNew ? $"&{NewName}=1" : "")}";

    private LeafletModel ModelOf(IReadOnlyList<LeafletEntry> entries, LeafletCode code, string text, HttpRequest request)
    {
        var site = $"{request.Scheme}://{request.Host}";
        var isLarge = request.Query[SizeName] == Large;
        var isNew = request.Query.ContainsKey(NewName);
        var link = site + AddressOf(text, isLarge);
        LeafletActivity[] activities = [.. entries.Select((entry, index) => LeafletActivity.Of(entry, index + 1, site))];
        var message = LeafletMessage.Of(activities, link);
        return new LeafletModel
        {
            Activities = activities,
            Made = WhenWords.Date(LondonTime.Of(code.Made)),
            IsLarge = isLarge,
            Link = link,
            OtherSize = AddressOf(text, !isLarge, isNew),
            IsNew = isNew,
            Message = message,
            MailTo = LeafletMessage.MailTo(message),
            Stop = [.. clinical.Rules.StopForAnybody.Select(statement => statement.Text)],
        };
    }
}
