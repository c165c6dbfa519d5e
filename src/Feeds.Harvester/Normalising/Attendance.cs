using System.Text.Json;
using Feeds.Harvester.Json;
using Signposting.Store.Opportunities;

namespace Feeds.Harvester.Normalising;

/// <summary>Whether one goes there, joins online, or may do either.</summary>
internal static class Attendance
{
    /// <summary>What <c>eventAttendanceMode</c> says; where it is absent, a virtual location says it. Null: not stated.</summary>
    internal static AttendanceMode? Mode(in JsonRecord record, Place? place) => record[Property.EventAttendanceMode].Word(stackalloc char[JsonValues.WordRoom]) switch
    {
        "offlineeventattendancemode" or "offline" => AttendanceMode.Offline,
        "onlineeventattendancemode" or "online" => AttendanceMode.Online,
        "mixedeventattendancemode" or "mixed" => AttendanceMode.Mixed,
        _ when !IsVirtual(record) => null,
        _ => place is null ? AttendanceMode.Online : AttendanceMode.Mixed,
    };

    /// <summary>Where a person joins.</summary>
    internal static string? Url(in JsonRecord record)
    {
        if (record[Property.BetaVirtualLocation, Property.VirtualLocation].Url() is { } url)
            return url;
        foreach (var location in record[Property.Location].Each())
        {
            if (Places.IsVirtual(location) && location.Url() is { } join)
                return join;
        }

        return null;
    }

    private static bool IsVirtual(in JsonRecord record) =>
        !record[Property.BetaVirtualLocation, Property.VirtualLocation].IsAbsent() || record[Property.Location].Each().Any(Places.IsVirtual);
}
