using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Antiforgery;
using Signposting.Api.SearchPage.About;
using Signposting.Api.SearchPage.Assets;
using Signposting.Api.SearchPage.Cases;
using Signposting.Api.SearchPage.Details;
using Signposting.Api.SearchPage.FeedStates;
using Signposting.Api.SearchPage.Leaflets;
using Signposting.Api.SearchPage.Searching;
using Signposting.Api.SearchPage.Shortlists;

namespace Signposting.Api.SearchPage.Rendering;

/// <summary>What all pages need, and where they are.</summary>
internal static class PageRegistration
{
    public static void AddPages(this IServiceCollection services, PageSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<PageHeaders>();
        services.AddScoped<PageContext>();
        // £, – and accents as themselves.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "signposting-form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.FormFieldName = PostedForm.TokenField;
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddSearchPage();
        services.AddHostedService<AssetsCheck>();
        services.AddHostedService<PageWarming>();
        services.AddActivityPage();
        services.AddShortlist();
        services.AddLeaflets();
        services.AddCases();
        services.AddFeedsPage();
        services.AddAbout();
    }

    public static void MapPages(this IEndpointRouteBuilder app)
    {
        app.MapAssets();
        app.MapSearchPage();
        app.MapActivityPage();
        app.MapShortlist();
        app.MapLeaflet();
        app.MapCases();
        app.MapFeedsPage();
        app.MapAbout();
    }
}
