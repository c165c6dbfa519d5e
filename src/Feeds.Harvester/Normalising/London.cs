using NodaTime;
using NodaTime.TimeZones;

namespace Feeds.Harvester.Normalising;

/// <summary>The time zone in which times are meant and shown.</summary>
internal static class London
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/London"];

    /// <summary>The same instant with the offset that London has then.</summary>
    internal static DateTimeOffset Show(DateTimeOffset instant) =>
        instant.ToOffset(Zone.GetUtcOffset(Instant.FromDateTimeOffset(instant)).ToTimeSpan());

    /// <summary>A time on a clock in London: the earlier one of two when clocks go back, moved forward when they skip it.</summary>
    internal static DateTimeOffset FromLocal(DateTime local) =>
        Zone.ResolveLocal(LocalDateTime.FromDateTime(local), Resolvers.LenientResolver).ToDateTimeOffset();

    internal static DateTimeOffset Midnight(DateOnly date) => FromLocal(date.ToDateTime(TimeOnly.MinValue));
}
