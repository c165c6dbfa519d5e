using Signposting.Api.Hosting;
using Signposting.Store;

namespace Signposting.Api.Places;

/// <summary>Finds where a place lies: the imported directory answers first; without one postcodes.io is asked, if the settings allow it.</summary>
internal sealed class PlaceFinder(StoreAccess store, RemotePostcodes remote, PlaceSettings settings)
{
    private const int RetryLaterSeconds = 60;

    private const string NoDirectory =
        "No postcode directory was imported and Postcodes:Remote is false. The operator imports one with: dotnet run --project src/Feeds.Harvester -- import-postcodes FILE. Until then send lat and lon.";

    public async ValueTask<PlaceLookUp> FindAsync(AskedPlace asked, CancellationToken cancel)
    {
        if (asked is AskedPlace.Coordinates coordinates)
            return new PlaceLookUp.Found(new FoundPlace(coordinates.Point, PlacePrecision.Coordinates));
        if (await FindInDirectoryAsync(asked, cancel) is { } found)
            return found;
        if (await store.Store.HasPostcodesAsync(cancel))
            return new PlaceLookUp.Unknown("The imported postcode directory does not have it. Check the spelling, or send lat and lon.");
        return settings.Remote
            ? await remote.FindAsync(asked, cancel)
            : new PlaceLookUp.Unavailable(NoDirectory, RetryLaterSeconds);
    }

    /// <summary>Why postcodes cannot be looked up, as far as is known without asking; null when they can.</summary>
    public async Task<string?> FaultAsync(CancellationToken cancel) =>
        await store.Store.HasPostcodesAsync(cancel) ? null : settings.Remote ? remote.Fault : NoDirectory;

    private async Task<PlaceLookUp?> FindInDirectoryAsync(AskedPlace asked, CancellationToken cancel)
    {
        switch (asked)
        {
            case AskedPlace.FullPostcode { Text: var text }:
                if (await store.Store.FindPostcodeAsync(text, cancel) is not { } row)
                    return null;
                return row.Point is { } point
                    ? new PlaceLookUp.Found(new FoundPlace(point, PlacePrecision.Postcode, text, row.TerminatedAt) { Lsoa = row.Lsoa })
                    : new PlaceLookUp.Unknown("The directory has this postcode without coordinates. Send lat and lon.");
            case AskedPlace.OutwardCode { Text: var code }:
                return await store.Store.FindOutwardCodeAsync(code, cancel) is { } middle
                    ? new PlaceLookUp.Found(new FoundPlace(middle, PlacePrecision.Outcode, code))
                    : null;
            default:
                return null;
        }
    }
}
