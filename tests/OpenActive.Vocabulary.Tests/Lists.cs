using System.Text;
using System.Text.Json.Nodes;

namespace OpenActive.Vocabulary.Tests;

/// <summary>Builds small activity lists: concept n has the id of <see cref="Id"/>(n) and the label "Concept n".</summary>
internal static class Lists
{
    internal static string Identifier(int n) => $"00000000-0000-4000-8000-{n:x12}";

    internal static string Id(int n) => "https://openactive.io/activity-list#" + Identifier(n);

    internal static JsonObject Concept(int n, params int[] broader) => new()
    {
        ["id"] = Id(n),
        ["type"] = "Concept",
        ["prefLabel"] = $"Concept {n}",
        ["notation"] = $"concept_{n}",
        ["broader"] = new JsonArray([.. broader.Select(b => (JsonNode)Id(b))]),
    };

    internal static ActivityList Parse(params IEnumerable<JsonNode> concepts) =>
        ParseText(new JsonObject { ["concept"] = new JsonArray([.. concepts]) }.ToJsonString());

    internal static ActivityList ParseText(string json) => ActivityList.Parse(Encoding.UTF8.GetBytes(json));
}
