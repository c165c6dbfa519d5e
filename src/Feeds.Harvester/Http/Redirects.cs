using System.Net;

namespace Feeds.Harvester.Http;

/// <summary>Redirects, followed by hand so that every hop is checked like a first request.</summary>
internal static class Redirects
{
    public static bool IsRedirect(HttpResponseMessage response) => response.StatusCode
        is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
        or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    public static Step Next(HttpResponseMessage response, string from, Uri uri)
    {
        var location = response.Headers.NonValidated.TryGetValues("Location", out var values) ? values.ToString().Trim() : "";
        if (location.Length == 0)
        {
            return Attempt.Final(Faults.RedirectNowhere(uri.Host));
        }

        var onwards = FeedUrl.Resolve(from, location);
        var isDowngrade = uri.Scheme == Uri.UriSchemeHttps && !onwards.StartsWith("https:", StringComparison.OrdinalIgnoreCase);
        return isDowngrade ? Attempt.Final(Faults.Downgrade(uri.Host)) : new Step(null, onwards);
    }
}
