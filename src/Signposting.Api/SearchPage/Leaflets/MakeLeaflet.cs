using Signposting.Api.Access;
using Signposting.Api.Hosting;
using Signposting.Api.SearchPage.Details;
using Signposting.Api.SearchPage.Layout;
using Signposting.Api.SearchPage.Rendering;
using Signposting.Api.SearchPage.Shortlists;
using Signposting.Api.Usage;
using Signposting.Store.Usage;

namespace Signposting.Api.SearchPage.Leaflets;

/// <summary><c>POST /leaflet</c>: makes a leaflet of the shortlist, which is a signpost to each of its activities, and leads to it.</summary>
internal sealed class MakeLeaflet(StoreAccess store, ShortlistCookie shortlist, Signposts signposts, SearchOrigins origins, TimeProvider time)
{
    public async Task<IResult> AnswerAsync(HttpContext http)
    {
        var (form, refusal) = await PostedForm.ReadAsync(http);
        if (form is null)
            return refusal!;
        var now = LondonTime.Now(time);
        var entries = await LeafletEntry.ReadAsync(store, shortlist.Read(http.Request).Ids, since: null, now, http.RequestAborted);
        LeafletEntry[] chosen = [.. entries.Where(entry => entry is { Opportunity: not null, Standing: not Standing.Cancelled })];
        var origin = origins.Read(form[SearchOrigins.Name]);
        if (chosen.Length == 0)
            return PageRedirect.To(origin.With(PagePaths.Shortlist));
        await signposts.RecordAsync(
            http.Caller(), [.. chosen.Select(entry => entry.Opportunity!)], origin.Conditions, origin.Place, UsageChannel.Leaflet, http.RequestAborted);
        var code = new LeafletCode([.. chosen.Select(entry => entry.Id)], now).Write();
        return PageRedirect.To(ShowLeaflet.AddressOf(code, form[ShowLeaflet.SizeName] == ShowLeaflet.Large, isNew: true));
    }
}
