using Signposting.Store.Opportunities;
using Signposting.Store.Tests.Stores;

namespace Signposting.Store.Tests.Building;

/// <summary>The items that tests need again and again.</summary>
internal static class Items
{
    public const string Yoga = "https://example.org/series/yoga";

    /// <summary>Tomorrow at ten.</summary>
    public static readonly DateTimeOffset Tomorrow = TestStore.Start.AddDays(1);

    /// <summary>Yoga at the library, unless said otherwise.</summary>
    public static Description Described(string? name = "Yoga", Place? at = null, Activity? activity = null) =>
        new() { Name = name, Place = at ?? Leeds.Library, Activities = [activity ?? Activities.Yoga] };

    public static Item Series(string subject = Yoga, Description? description = null, string? id = null, long? modified = 1) =>
        Item.Of(id ?? subject, modified).Describes(OpportunityType.SessionSeries, subject, description ?? Described());

    /// <summary>A lean ScheduledSession that refers to its series.</summary>
    public static Item Session(string id, DateTimeOffset start, string of = Yoga, long? modified = 1, Description? own = null,
        SessionStatus status = SessionStatus.Scheduled, int? places = null, int minutes = 60, string? url = null) =>
        Item.Of(id, modified).HasSession(of, start, own: own, status: status, places: places, minutes: minutes, url: url);

    public static Item Slot(string id, DateTimeOffset start, string of, long? modified = 1, int? places = null) =>
        Item.Of(id, modified).HasSession(of, start, OpportunityType.FacilityUse, places: places);

    /// <summary>A series with one session tomorrow, in one item.</summary>
    public static Item Class(string subject, Description description, DateTimeOffset? start = null, long? modified = 1) =>
        Item.Of(subject, modified).Describes(OpportunityType.SessionSeries, subject, description).HasSession(subject, start ?? Tomorrow, embedded: true);
}
