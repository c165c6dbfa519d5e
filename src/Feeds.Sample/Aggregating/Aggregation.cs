using System.Text.Json;
using System.Text.Json.Nodes;

namespace Feeds.Sample.Aggregating;

/// <summary>Which series a second publisher repeats under ids of its own, spread evenly over all.</summary>
internal sealed class Aggregation(SampleSet set, int percent)
{
    public const string Publisher = "Sample aggregator (made up)";

    /// <summary>Where its ids point: a host that nobody can own.</summary>
    public const string Site = "https://aggregator.example.net";

    public SampleSet Set => set;

    /// <summary>How many it repeats.</summary>
    public int Count { get; } = (int)((long)set.Sizes.Series * percent / 100);

    /// <summary>The index of the operator's series that the n-th of its own repeats.</summary>
    public int OriginalOf(int index) => (int)((long)index * set.Sizes.Series / Count);

    /// <summary>The operator's record, to be changed.</summary>
    public static JsonObject Copy(Action<Utf8JsonWriter> original) => JsonNode.Parse(Json.Bytes(json =>
    {
        json.WriteStartObject();
        original(json);
        json.WriteEndObject();
    }))!.AsObject();

    public static void Write(Utf8JsonWriter json, JsonObject data)
    {
        foreach (var (name, value) in data)
        {
            json.WritePropertyName(name);
            if (value is null)
            {
                json.WriteNullValue();
            }
            else
            {
                value.WriteTo(json);
            }
        }
    }
}
