using NodaTime;

namespace Signposting.Api.Hosting;

/// <summary>Times as people in Britain read them. NodaTime brings its own zone data: a lean image has none.</summary>
internal static class LondonTime
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/London"];

    /// <summary>The same instant with London's offset.</summary>
    public static DateTimeOffset Of(DateTimeOffset time) =>
        time.ToOffset(Zone.GetUtcOffset(Instant.FromDateTimeOffset(time)).ToTimeSpan());

    /// <summary>A clock time in London; one that the clock change skips is moved forward, of two the first counts.</summary>
    public static DateTimeOffset At(DateTime local) =>
        Zone.AtLeniently(LocalDateTime.FromDateTime(local)).ToDateTimeOffset();

    /// <summary>Now in London, to the second: what answers show has no use for less.</summary>
    public static DateTimeOffset Now(TimeProvider time) =>
        Of(DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds()));
}
