using Signposting.Api.Problems;
using Signposting.Api.SearchPage.Details;
using Signposting.Api.SearchPage.Layout;
using Signposting.Api.SearchPage.Rendering;
using Signposting.Store.Opportunities;

namespace Signposting.Api.SearchPage.Shortlists;

/// <summary><c>POST /shortlist</c>: adds, removes or clears, and goes back to where the form was.</summary>
internal sealed class ChangeShortlist(ShortlistCookie cookie, SearchOrigins origins)
{
    public async Task<IResult> AnswerAsync(HttpContext http)
    {
        var (form, refusal) = await PostedForm.ReadAsync(http);
        if (form is null)
            return refusal!;
        string id = form[ShortlistForm.Id].ToString();
        var list = cookie.Read(http.Request);
        switch (form[ShortlistForm.Do].ToString())
        {
            case ShortlistForm.Add or "" when !SubjectKey.IsPublicId(id):
                return Refusals.OpportunityUnknown();
            case ShortlistForm.Add or "" when list.IsFull && !list.Has(id):
                return PageRedirect.To(origins.Read(form[SearchOrigins.Name]).With($"{PagePaths.Shortlist}?{ShowShortlist.Full}=1"));
            case ShortlistForm.Add or "":
                cookie.Write(http, list.With(id));
                break;
            case ShortlistForm.Remove:
                cookie.Write(http, list.Without(id));
                break;
            case ShortlistForm.Clear:
                cookie.Write(http, Shortlist.Empty);
                break;
            default:
                return Refusals.FormNotUsable();
        }

        return PageRedirect.To(AddressAfter(form[ShortlistForm.Back].ToString(), id, origins.Read(form[SearchOrigins.Name])));
    }

    // To the card that was clicked, so that nobody loses their place.
    private static string AddressAfter(string back, string id, SearchOrigin origin) => back switch
    {
        ShortlistForm.ToActivity when SubjectKey.IsPublicId(id) => PagePaths.OfActivity(id, origin.Token),
        "" when origin.Token is { } token && SubjectKey.IsPublicId(id) => $"{PagePaths.OfSearch(token)}#{id}",
        _ => origin.With(PagePaths.Shortlist),
    };
}
