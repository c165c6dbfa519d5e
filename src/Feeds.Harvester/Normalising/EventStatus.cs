using Feeds.Harvester.Json;
using Signposting.Store.Opportunities;

namespace Feeds.Harvester.Normalising;

/// <summary>Reads <c>eventStatus</c>.</summary>
internal static class EventStatus
{
    /// <summary>Null when it is absent or not understood.</summary>
    internal static SessionStatus? Read(JsonValue value) => value.IsAbsent() ? null : value.Word(stackalloc char[JsonValues.WordRoom]) switch
    {
        "eventcancelled" or "eventcanceled" or "cancelled" or "canceled" => SessionStatus.Cancelled,
        "eventpostponed" or "postponed" => SessionStatus.Postponed,
        "eventrescheduled" or "rescheduled" => SessionStatus.Rescheduled,
        "eventscheduled" or "scheduled" => SessionStatus.Scheduled,
        _ => null,
    };
}
