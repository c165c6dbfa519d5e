using System.Text.Json;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;
using Signposting.Api.Hosting;
using Signposting.Store.Opportunities;

namespace Signposting.Api.Places;

/// <summary>Asks postcodes.io behind retry, timeout and circuit breaker. Its answers live in bounded memory only, and in no log.</summary>
internal sealed class RemotePostcodes(PostcodesIo client, ResiliencePipeline pipeline, PlaceMemory memory, ILogger<RemotePostcodes> log)
{
    private const int RetrySeconds = 30;

    private static readonly PlaceLookUp.Unavailable Down = new(
        "postcodes.io does not answer. Try again later, or send lat and lon; an imported postcode directory would answer without it.", RetrySeconds);

    private volatile bool _isDown;

    /// <summary>What the last look-up failed of; null when it did not.</summary>
    public string? Fault => _isDown ? Down.Detail : null;

    /// <summary>Where it cannot be asked, what is known of the district has to do: the answer says that it is no more than that.</summary>
    public async ValueTask<PlaceLookUp> FindAsync(AskedPlace asked, CancellationToken cancel)
    {
        if (memory.Recall(asked) is { } known)
            return known;
        try
        {
            var answer = await pipeline.ExecuteAsync(async attempt => await AskAsync(asked, attempt), cancel);
            memory.Keep(asked, answer);
            _isDown = false;
            return answer;
        }
        catch (Exception failure) when (IsOutage(failure))
        {
            // Only the sort of failure: a message may hold the address that was asked.
            log.PostcodesUnavailable(failure.GetType().Name);
            _isDown = true;
            return District(asked) ?? Down;
        }
    }

    private PlaceLookUp? District(AskedPlace asked) =>
        asked is AskedPlace.FullPostcode full ? memory.Recall(full.District) as PlaceLookUp.Found : null;

    internal static bool IsOutage(Exception failure) =>
        failure is HttpRequestException or JsonException or TimeoutRejectedException or BrokenCircuitException or IOException;

    private async Task<PlaceLookUp> AskAsync(AskedPlace asked, CancellationToken cancel) => asked switch
    {
        AskedPlace.FullPostcode { Text: var text } => Read(await client.LookUpAsync(new RemoteBulkQuestion([text]), cancel), text),
        AskedPlace.OutwardCode { Text: var code } => Read((await client.GetOutcodeAsync(code, cancel))?.Result, PlacePrecision.Outcode, code),
        _ => throw new ArgumentException("Coordinates need no look-up.", nameof(asked)),
    };

    private static PlaceLookUp Read(RemoteBulkAnswer? answer, string postcode) =>
        answer?.Result is [{ } entry]
            ? Read(entry.Result, PlacePrecision.Postcode, postcode)
            : throw new JsonException("postcodes.io answered a bulk question about one postcode without one result.");

    private static PlaceLookUp Read(RemotePoint? result, PlacePrecision precision, string text) => result switch
    {
        null => new PlaceLookUp.Unknown("postcodes.io does not know it as a postcode in use. Check the spelling, or send lat and lon."),
        { Latitude: { } lat, Longitude: { } lon } => new PlaceLookUp.Found(new FoundPlace(new GeoPoint(lat, lon), precision, text) { Lsoa = result.Codes?.Lsoa21 }),
        _ => new PlaceLookUp.Unknown("postcodes.io has it without coordinates. Send lat and lon."),
    };
}
