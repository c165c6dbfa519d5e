using Signposting.Api.Hosting;
using Signposting.Api.SearchPage.Details;
using Signposting.Api.SearchPage.Leaflets;
using Signposting.Api.SearchPage.Rendering;

namespace Signposting.Api.SearchPage.Shortlists;

/// <summary><c>GET /shortlist</c>: what was put aside, as it stands now.</summary>
internal sealed class ShowShortlist(StoreAccess store, ShortlistCookie cookie, SearchOrigins origins, TimeProvider time)
{
    /// <summary>Somebody tried to add an eleventh.</summary>
    public const string Full = "full";

    public async Task<IResult> AnswerAsync(HttpContext http)
    {
        var now = LondonTime.Now(time);
        var list = cookie.Read(http.Request);
        var entries = list.Ids.Count == 0 ? [] : await LeafletEntry.ReadAsync(store, list.Ids, since: null, now, http.RequestAborted);
        var origin = origins.Read(http.Request);
        var model = new ShortlistModel
        {
            Items = [.. entries.Select(entry => ShortlistItem.Of(entry, origin.Token, now))],
            Token = origin.Token,
            IsOverfull = list.IsFull && http.Request.Query.ContainsKey(Full),
        };
        return new HtmlPage<ShortlistPage>(new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(ShortlistPage.List)] = model });
    }
}
