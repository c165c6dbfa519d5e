using System.Text.Json;
using Feeds.Sample.Classes;
using Feeds.Sample.Places;
using Feeds.Sample.Rpde;

namespace Feeds.Sample.Opportunities;

/// <summary>Videos that have no date and no place.</summary>
internal sealed class OnDemandEventFeed(SampleSet set) : Feed("on-demand-events", "OnDemandEvent", set.Sizes.OnDemand, set.Today)
{
    private static readonly ClassTemplate[] _classes = [.. ClassTemplates.All.Where(template => template.Online && template.Needs.HasFlag(Setting.Hall))];

    protected override void WriteData(Utf8JsonWriter json, int index)
    {
        var dice = new Dice(set.Seed, Purpose.OnDemand, index);
        var template = dice.Pick(_classes);
        var (number, name) = (NumberOf(index), dice.Pick(template.Names));
        Json.Strings(json, "@context", "https://openactive.io/", "https://openactive.io/ns-beta");
        json.WriteString("@type"u8, "OnDemandEvent"u8);
        json.WriteString("@id"u8, $"{SampleSet.Site}/id/on-demand-events/{number}");
        json.WriteNumber("identifier"u8, number);
        json.WriteString("name"u8, $"{name} at Home");
        json.WriteString("description"u8, template.Description);
        json.WriteString("url"u8, $"{SampleSet.Site}/videos/{number}");
        json.WriteString("duration"u8, LondonTime.Duration(dice.Between(1, 4) * 10));
        json.WriteString("eventAttendanceMode"u8, "https://schema.org/OnlineEventAttendanceMode"u8);
        json.WriteBoolean("isAccessibleForFree"u8, true);
        Json.Activity(json, template.Activity);
        Json.Ready(json, "organizer", set.OrganiserJson[dice.Below(set.OrganiserJson.Length)]);
        json.WriteStartObject("workFeatured"u8);
        json.WriteString("@type"u8, "VideoObject"u8);
        json.WriteString("url"u8, $"https://video.example.org/{number}");
        json.WriteEndObject();
    }
}
