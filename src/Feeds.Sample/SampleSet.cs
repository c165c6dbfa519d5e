using Feeds.Sample.Facilities;
using Feeds.Sample.Opportunities;
using Feeds.Sample.Organisers;
using Feeds.Sample.Places;
using Feeds.Sample.Postcodes;
using Feeds.Sample.Command;

namespace Feeds.Sample;

/// <summary>
/// All that the items of one sample have in common: the venues and organisers, and the JSON of each, which many items
/// repeat.
/// </summary>
internal sealed class SampleSet
{
    /// <summary>Where ids and links point: a host that nobody can own, and the same on every port, so that ids are stable.</summary>
    public const string Site = "https://sample.example.org";

    public const string MadeUp = "Made up: part of the Signposting sample data.";

    private const int OpportunitiesPerVenue = 25;

    public SampleSet(SampleOptions options, DateOnly today)
    {
        (Seed, Today, Sizes, Postcodes) = (options.Seed, today, SampleSizes.Of(options), new PostcodeTable());
        var makers = new Venues(Seed, Postcodes);
        Venues = [.. Enumerable.Range(0, Math.Clamp(options.Opportunities / OpportunitiesPerVenue, 30, 15_000)).Select(makers.Make)];
        FacilityVenues = [.. Venues.Where(venue => FacilityTemplate.FoundAt(venue.Kind).Length > 0)];
        Organisers = [.. Enumerable.Range(0, Towns.All.Length * Organiser.PerTown).Select(number => Organiser.Make(Seed, number))];
        VenueJson = Array.ConvertAll(Venues, venue => Json.Bytes(json => PlaceJson.Write(json, venue)));
        OrganiserJson = Array.ConvertAll(Organisers, organiser => Json.Bytes(json => PlaceJson.Write(json, organiser)));
    }

    public long Seed { get; }

    public DateOnly Today { get; }

    public SampleSizes Sizes { get; }

    public PostcodeTable Postcodes { get; }

    public Venue[] Venues { get; }

    /// <summary>The venues that have courts or pitches; never empty.</summary>
    public Venue[] FacilityVenues { get; }

    public Organiser[] Organisers { get; }

    /// <summary>By the venue's number: a Place.</summary>
    public byte[][] VenueJson { get; }

    /// <summary>By the organiser's number: an Organization.</summary>
    public byte[][] OrganiserJson { get; }

    public DateTimeOffset At(int day, int minute) => LondonTime.At(Today.AddDays(day), minute);
}
