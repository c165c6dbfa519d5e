using Feeds.Sample.Places;

namespace Feeds.Sample.Postcodes;

/// <summary>A postcode of the sample: real outward code, made-up inward code.</summary>
/// <param name="Terminated">Year and month (<c>202312</c>) in which it came to an end, null while live.</param>
internal sealed record SamplePostcode(string Text, GeoPoint Centre, string? Terminated = null);
