using Signposting.Api.Conditions;
using Signposting.Api.Hosting;
using Signposting.Api.Places;
using Signposting.Api.SearchPage.Rendering;

namespace Signposting.Api.SearchPage.About;

/// <summary><c>GET /about</c>: what this is, as this deployment is set up.</summary>
internal sealed class ShowAbout(StoreAccess store, ClinicalRules clinical, PlaceSettings places, PageSettings pages, ApiSettings settings)
{
    public async Task<IResult> AnswerAsync(CancellationToken cancel)
    {
        var isImported = store.IsOpen && await store.Store.HasPostcodesAsync(cancel);
        var model = new AboutModel
        {
            PostcodesAskedFrom = isImported || !places.Remote ? null : places.RemoteUrl.Host,
            HasPostcodes = isImported,
            RulesVersion = clinical.Rules.Version,
            AreRulesDraft = !clinical.Rules.Review.IsReviewed,
            Conditions = clinical.Rules.Conditions.All.Count,
            TileServer = pages.TileOrigin,
            TileAttribution = pages.TileAttribution,
            Contact = settings.Shared.Harvester.Contact,
        };
        return new HtmlPage<AboutPage>(new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(AboutPage.About)] = model });
    }
}
