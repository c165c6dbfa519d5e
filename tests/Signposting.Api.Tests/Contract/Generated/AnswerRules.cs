using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace Signposting.Api.Tests.Contract.Generated;

/// <summary>What every answer has to keep to, whatever was asked.</summary>
internal sealed class AnswerRules(JsonObject document)
{
    private const string ProblemType = "application/problem+json";

    private static readonly EvaluationOptions Quick = new() { OutputFormat = OutputFormat.Flag, RequireFormatValidation = true };
    private static readonly EvaluationOptions Telling = new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true };

    private readonly ConcurrentDictionary<string, JsonSchema> _schemas = new(StringComparer.Ordinal);

    /// <returns>What is wrong; null when nothing is.</returns>
    public async Task<string?> ObjectionAsync(Plan plan, HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        var type = response.Content.Headers.ContentType?.MediaType ?? "";
        var text = await response.Content.ReadAsStringAsync();
        if (status >= 500)
            return $"{status}: {text}";
        if (!plan.Operation.Statuses.Contains(status))
            return $"{status} is not in the contract: {text}";
        return HeaderObjection(response) ?? OutcomeObjection(plan, status, text) ?? BodyObjection(plan.Operation, status, type, text);
    }

    private static string? HeaderObjection(HttpResponseMessage response)
    {
        var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        return !Guid.TryParse(headers.GetValueOrDefault("X-Correlation-ID"), out _) ? "no X-Correlation-ID"
            : headers.GetValueOrDefault("X-Content-Type-Options") != "nosniff" ? "no X-Content-Type-Options"
            : !headers.GetValueOrDefault("Content-Security-Policy", "").Contains("frame-ancestors 'none'", StringComparison.Ordinal) ? "no Content-Security-Policy"
            : headers.GetValueOrDefault("Referrer-Policy") != "no-referrer" ? "no Referrer-Policy"
            : !headers.ContainsKey("Cache-Control") ? "no Cache-Control"
            : headers.ContainsKey("Server") || headers.ContainsKey("X-Powered-By") ? "a banner"
            : headers.ContainsKey("X-Injected") || headers.ContainsKey("Set-Cookie") || headers.ContainsKey("Location") ? "an injected header"
            : null;
    }

    private static string? OutcomeObjection(Plan plan, int status, string text)
    {
        if (status == 400 && JsonNode.Parse(text)!["errors"]?.AsObject() is not { Count: > 0 })
            return $"a 400 that names nothing: {text}";
        return plan.Outcome switch
        {
            Outcome.Success when status >= 400 && status is not (404 or 410) => $"{status} to a right request: {text}",
            Outcome.Refusal when status != 400 || JsonNode.Parse(text)!["errors"]!.AsObject().All(error => error.Key != plan.Fault) => $"{status} does not name {plan.Fault}: {text}",
            _ => null,
        };
    }

    private string? BodyObjection(Operation operation, int status, string type, string text)
    {
        if (status == 304)
            return text.Length == 0 ? null : "a 304 with a body";
        if (status >= 400 && type != ProblemType)
            return $"{status} as {type}";
        if (!operation.Answers.TryGetValue((status, type), out var schema))
            return $"{status} as {type} is not in the contract";
        if (!type.EndsWith("json", StringComparison.Ordinal))
            return text.Length > 0 ? null : "an empty answer";
        using var json = JsonDocument.Parse(text);
        if (status >= 400 && json.RootElement.GetProperty("status").GetInt32() != status)
            return $"{status} says another status: {text}";
        var built = _schemas.GetOrAdd($"{operation.Id} {status} {type}", _ => Build(schema));
        return built.Evaluate(json.RootElement, Quick).IsValid
            ? null
            : $"does not match its schema: {string.Join("; ", Faults(built.Evaluate(json.RootElement, Telling)))}: {text[..Math.Min(text.Length, 2000)]}";
    }

    private static IEnumerable<string> Faults(EvaluationResults result) =>
        (result.Details ?? []).Where(detail => detail.Errors is { Count: > 0 }).SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation} {error.Value}")).Take(5);

    /// <summary>A schema that stands alone and allows no member that the contract does not name.</summary>
    private JsonSchema Build(JsonNode schema)
    {
        var alone = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = $"https://contract.test/{Guid.NewGuid():n}",
            ["$defs"] = Closed(document["components"]!["schemas"]!),
            ["allOf"] = new JsonArray(Closed(schema)),
        };
        return JsonSchema.FromText(alone.ToJsonString());
    }

    private static JsonNode? Closed(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject map:
                var copy = new JsonObject(map.Select(member => KeyValuePair.Create(member.Key, member.Key == "$ref"
                    ? JsonValue.Create(((string)member.Value!).Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal))
                    : member.Key is "example" or "examples" ? null : Closed(member.Value))));
                copy.Remove("example");
                if (copy["properties"] is JsonObject && copy["type"] is not null && copy["additionalProperties"] is null)
                    copy["additionalProperties"] = false;
                return copy;
            case JsonArray list:
                return new JsonArray([.. list.Select(Closed)]);
            default:
                return node?.DeepClone();
        }
    }
}
