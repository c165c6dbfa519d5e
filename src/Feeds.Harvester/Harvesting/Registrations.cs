using Feeds.Harvester.Catalogues;
using Signposting.Store.Feeds;

namespace Feeds.Harvester.Harvesting;

/// <summary>What discovery found, as the store wants it.</summary>
internal static class Registrations
{
    private const string UnknownKind = "unknown";

    /// <summary>The feeds of a dataset.</summary>
    public static IEnumerable<FeedRegistration> Of(Discovered.Dataset found)
    {
        var dataset = new Dataset
        {
            Url = DatasetUrl(found),
            Name = found.Site.Name,
            Publisher = found.Site.Publisher,
            Licence = found.Site.Licence,
        };
        return found.Site.Feeds.Select(feed => new FeedRegistration
        {
            Url = feed.Url,
            Kind = feed.Kind ?? UnknownKind,
            Dataset = dataset,
            TotalItems = feed.TotalItems,
        });
    }

    /// <summary>A feed that is a source itself: all that is known of its dataset is where it comes from.</summary>
    public static FeedRegistration Of(Discovered.Feed found) => new()
    {
        Url = found.Url,
        Kind = UnknownKind,
        Dataset = new Dataset { Url = new Uri(found.Url).GetLeftPart(UriPartial.Authority) },
    };

    /// <summary>The URL that the site gives itself, if it is on its own host: nobody speaks for another's dataset.</summary>
    public static string DatasetUrl(Discovered.Dataset found) =>
        Uri.TryCreate(found.Site.Url, UriKind.Absolute, out var own) && Uri.TryCreate(found.Url, UriKind.Absolute, out var asked)
        && string.Equals(own.Host, asked.Host, StringComparison.OrdinalIgnoreCase)
            ? found.Site.Url
            : found.Url;
}
