using System.Text.Json;
using System.Text.Json.Nodes;
using Feeds.Sample.Opportunities;
using Feeds.Sample.Rpde;

namespace Feeds.Sample.Aggregating;

/// <summary>
/// Operators' classes as an aggregator repeats them: ids and pages are its own, positions a few metres off, some names in capitals,
/// pictures and instructions left out. Place, times and name still prove what is the same.
/// </summary>
internal sealed class AggregatedSeriesFeed(Aggregation aggregation) : Feed("aggregated-series", "SessionSeries", aggregation.Count, aggregation.Set.Today)
{
    public static string IdOf(int index) => $"{Aggregation.Site}/classes/{NumberOf(index)}";

    protected override void WriteData(Utf8JsonWriter json, int index)
    {
        var data = Aggregation.Copy(original => SessionSeriesFeed.Write(original, aggregation.Set, aggregation.OriginalOf(index)));
        data["@id"] = IdOf(index);
        data["identifier"] = NumberOf(index);
        data["url"] = $"{Aggregation.Site}/find/{NumberOf(index)}";
        data.Remove("image");
        data.Remove("attendeeInstructions");
        if (index % 3 == 0)
        {
            data["name"] = data["name"]!.GetValue<string>().ToUpperInvariant();
        }

        if (data["location"]?["geo"] is JsonObject geo)
        {
            geo["latitude"] = geo["latitude"]!.GetValue<double>() + 0.0001;
        }

        foreach (var offer in (data["offers"] as JsonArray ?? []).OfType<JsonObject>())
        {
            offer["@id"] = $"{IdOf(index)}#{offer["name"]}";
        }

        Aggregation.Write(json, data);
    }
}
