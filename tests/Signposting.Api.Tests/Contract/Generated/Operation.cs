using System.Text.Json.Nodes;

namespace Signposting.Api.Tests.Contract.Generated;

/// <summary>Something that a request may say: a parameter, or a member of the body.</summary>
/// <param name="In"><c>path</c>, <c>query</c> or <c>body</c>.</param>
internal sealed record Sayable(string Name, string In, JsonObject Schema, JsonNode? Example, bool IsRequired = false)
{
    public bool IsList => (string?)Schema["type"] == "array";

    /// <summary>The schema of one value.</summary>
    public JsonObject One => IsList ? Schema["items"]!.AsObject() : Schema;
}

/// <summary>An operation of the contract.</summary>
internal sealed record Operation
{
    public required string Id { get; init; }

    public required string Path { get; init; }

    public required string Method { get; init; }

    public required IReadOnlyList<Sayable> Sayables { get; init; }

    public required bool HasBody { get; init; }

    /// <summary>By status and media type: the schema.</summary>
    public required IReadOnlyDictionary<(int Status, string Type), JsonNode> Answers { get; init; }

    public required IReadOnlySet<int> Statuses { get; init; }

    public static Operation Of(string path, string method, JsonObject operation, JsonObject document)
    {
        var body = operation["requestBody"]?["content"]?["application/json"];
        var schema = body is null ? null : Resolve(body["schema"]!.AsObject(), document);
        var parameters = (operation["parameters"]?.AsArray() ?? []).Select(parameter => new Sayable(
            (string)parameter!["name"]!, (string)parameter["in"]!, parameter["schema"]!.AsObject(), First(parameter["example"]), (bool?)parameter["required"] == true));
        var required = (schema?["required"]?.AsArray() ?? []).Select(name => (string)name!).ToHashSet();
        var members = (schema?["properties"]?.AsObject() ?? []).Select(member => new Sayable(
            member.Key, "body", member.Value!.AsObject(), First(body!["example"]?[member.Key]), required.Contains(member.Key)));
        return new Operation
        {
            Id = (string)operation["operationId"]!,
            Path = path,
            Method = method,
            Sayables = [.. parameters, .. members],
            HasBody = schema is not null,
            Answers = operation["responses"]!.AsObject()
                .SelectMany(response => (response.Value!["content"]?.AsObject() ?? []).Select(content => (Key: (int.Parse(response.Key), content.Key), content.Value)))
                .ToDictionary(answer => answer.Key, answer => answer.Value!["schema"]!),
            Statuses = operation["responses"]!.AsObject().Select(response => int.Parse(response.Key)).ToHashSet(),
        };
    }

    private static JsonObject Resolve(JsonObject schema, JsonObject document) =>
        (string?)schema["$ref"] is { } reference ? document["components"]!["schemas"]![reference[(reference.LastIndexOf('/') + 1)..]]!.AsObject() : schema;

    private static JsonNode? First(JsonNode? example) => example is JsonArray list ? list[0] : example;
}
