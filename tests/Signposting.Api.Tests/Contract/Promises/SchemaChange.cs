using System.Text.Json.Nodes;

namespace Signposting.Api.Tests.Contract.Promises;

/// <summary>How a schema changed, seen from a caller: what is asked may only widen, what is answered may only narrow, and nothing that has a name may go.</summary>
internal sealed class SchemaChange(JsonObject published, JsonObject current, List<string> objections, bool isAsked)
{
    private static readonly string[] LowerLimits = ["minimum", "minLength", "minItems"];
    private static readonly string[] UpperLimits = ["maximum", "maxLength", "maxItems"];

    private readonly HashSet<(string, string)> _compared = [];

    public void Compare(string where, JsonNode before, JsonNode after)
    {
        if (before["$ref"] is { } from && after["$ref"] is { } to && !_compared.Add((from.ToString(), to.ToString())))
            return;
        var (was, now) = (Resolve(before, published), Resolve(after, current));
        CompareTypes(where, was, now);
        CompareMembers(where, was, now);
        if (was["items"] is { } items && now["items"] is { } sameItems)
            Compare($"{where}[]", items, sameItems);
        if (was["additionalProperties"] is JsonObject values && now["additionalProperties"] is JsonObject sameValues)
            Compare($"{where}.*", values, sameValues);
        foreach (var choice in (string[])["oneOf", "anyOf", "allOf"])
        {
            if (!JsonNode.DeepEquals(was[choice], now[choice]))
                objections.Add($"{where} has another {choice}");
        }

        if (isAsked)
            CompareLimits(where, was, now);
    }

    private void CompareTypes(string where, JsonObject was, JsonObject now)
    {
        var (before, after) = (TypesOf(was), TypesOf(now));
        var (narrow, wide) = isAsked ? (before, after) : (after, before);
        if (wide.Count > 0 && (narrow.Count == 0 || !narrow.All(type => wide.Contains(type) || (type == "integer" && wide.Contains("number")))))
            objections.Add($"{where} was {Said(before)} and is {Said(after)}");
    }

    private void CompareMembers(string where, JsonObject was, JsonObject now)
    {
        var (required, requiredNow) = (RequiredOf(was), RequiredOf(now));
        foreach (var (name, member) in was["properties"]?.AsObject() ?? [])
        {
            if (now["properties"]?[name] is { } same)
                Compare($"{where}.{name}", member!, same);
            else
                objections.Add($"{where}.{name} is gone");
        }

        foreach (var name in isAsked ? requiredNow.Except(required) : required.Except(requiredNow))
            objections.Add(isAsked ? $"{where}.{name} is required now" : $"{where}.{name} may be absent now");
    }

    private void CompareLimits(string where, JsonObject was, JsonObject now)
    {
        foreach (var limit in LowerLimits.Where(limit => now[limit] is { } least && (was[limit] is not { } before || (decimal)least > (decimal)before)))
            objections.Add($"{where} has a higher {limit}");
        foreach (var limit in UpperLimits.Where(limit => now[limit] is { } most && (was[limit] is not { } before || (decimal)most < (decimal)before)))
            objections.Add($"{where} has a lower {limit}");
        if (now["pattern"] is not null && !JsonNode.DeepEquals(was["pattern"], now["pattern"]))
            objections.Add($"{where} has another pattern");
        if (!JsonNode.DeepEquals(was["default"], now["default"]))
            objections.Add($"{where} has another default");
        if (now["enum"] is JsonArray words && (was["enum"] is not JsonArray before2 || before2.Any(word => !words.Any(other => JsonNode.DeepEquals(word, other)))))
            objections.Add($"{where} takes fewer words");
        if (IsFalse(now["additionalProperties"]) && !IsFalse(was["additionalProperties"]))
            objections.Add($"{where} takes no further members now");
    }

    private static bool IsFalse(JsonNode? value) => value is JsonValue truth && truth.TryGetValue<bool>(out var isTrue) && !isTrue;

    private static HashSet<string> TypesOf(JsonObject schema) => schema["type"] switch
    {
        JsonArray types => [.. types.Select(type => (string)type!)],
        JsonValue type => [(string)type!],
        _ => [],
    };

    private static IEnumerable<string> RequiredOf(JsonObject schema) => (schema["required"]?.AsArray() ?? []).Select(name => (string)name!);

    private static string Said(HashSet<string> types) => types.Count == 0 ? "anything" : string.Join(" or ", types.Order());

    private static JsonObject Resolve(JsonNode schema, JsonObject document) => (string?)schema["$ref"] is { } reference
        ? document["components"]!["schemas"]![reference[(reference.LastIndexOf('/') + 1)..]]!.AsObject()
        : schema.AsObject();
}
