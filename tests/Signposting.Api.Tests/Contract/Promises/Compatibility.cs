using System.Text.Json.Nodes;

namespace Signposting.Api.Tests.Contract.Promises;

/// <summary>What a contract takes back of an earlier one of the same version (docs/decisions/0019).</summary>
internal sealed class Compatibility
{
    private readonly JsonObject _published;
    private readonly JsonObject _current;
    private readonly List<string> _objections = [];

    private Compatibility(JsonObject published, JsonObject current) => (_published, _current) = (published, current);

    /// <returns>A sentence for each change that could break a caller; none when the version has changed.</returns>
    public static IReadOnlyList<string> Objections(JsonObject published, JsonObject current)
    {
        if (MajorOf(published) != MajorOf(current))
            return [];
        var comparison = new Compatibility(published, current);
        foreach (var (path, methods) in published["paths"]!.AsObject())
        {
            foreach (var (method, operation) in methods!.AsObject())
                comparison.Compare($"{method.ToUpperInvariant()} {path}", operation!.AsObject(), current["paths"]![path]?[method]?.AsObject());
        }

        return [.. comparison._objections.Distinct()];
    }

    private static string MajorOf(JsonObject document) => document["info"]!["version"]!.ToString().Split('.')[0];

    private void Compare(string name, JsonObject was, JsonObject? now)
    {
        if (now is null)
        {
            _objections.Add($"{name} is gone");
            return;
        }

        if (!JsonNode.DeepEquals(was["operationId"], now["operationId"]))
            _objections.Add($"{name} has another operationId, after which generated clients name their methods");
        CompareParameters(name, was, now);
        CompareBody(name, was["requestBody"]?.AsObject(), now["requestBody"]?.AsObject());
        CompareAnswers(name, was["responses"]!.AsObject(), now["responses"]!.AsObject());
        foreach (var way in (was["security"]?.AsArray() ?? []).Where(way => !(now["security"]?.AsArray() ?? []).Any(other => JsonNode.DeepEquals(way, other))))
            _objections.Add($"{name} can no longer be called with {way!.ToJsonString()}");
    }

    private void CompareParameters(string name, JsonObject was, JsonObject now)
    {
        var (before, after) = (ParametersOf(was), ParametersOf(now));
        foreach (var (key, parameter) in before)
        {
            if (!after.TryGetValue(key, out var same))
            {
                _objections.Add($"{name}: the parameter {key} is gone");
                continue;
            }

            if (IsRequired(same) && !IsRequired(parameter))
                _objections.Add($"{name}: the parameter {key} is required now");
            Asked($"{name}: the parameter {key}", parameter["schema"]!, same["schema"]!);
        }

        foreach (var key in after.Keys.Where(key => !before.ContainsKey(key) && IsRequired(after[key])))
            _objections.Add($"{name}: the new parameter {key} is required");
    }

    private void CompareBody(string name, JsonObject? was, JsonObject? now)
    {
        if (now is not null && IsRequired(now) && (was is null || !IsRequired(was)))
            _objections.Add($"{name}: a body is required now");
        foreach (var (type, content) in was?["content"]?.AsObject() ?? [])
        {
            if (now?["content"]?[type] is { } same)
                Asked($"{name}: the body", content!["schema"]!, same["schema"]!);
            else
                _objections.Add($"{name}: no body of {type} is taken any more");
        }
    }

    private void CompareAnswers(string name, JsonObject was, JsonObject now)
    {
        foreach (var (status, answer) in was)
        {
            // A refusal that no longer happens breaks nobody.
            if (now[status] is not { } same)
            {
                if (status[0] is '2' or '3')
                    _objections.Add($"{name}: {status} is gone");
                continue;
            }

            foreach (var (type, content) in answer!["content"]?.AsObject() ?? [])
            {
                if (same["content"]?[type] is { } still)
                    Answered($"{name}: {status} as {type}", content!["schema"]!, still["schema"]!);
                else
                    _objections.Add($"{name}: {status} is no longer answered as {type}");
            }
        }
    }

    private void Asked(string where, JsonNode was, JsonNode now) => new SchemaChange(_published, _current, _objections, isAsked: true).Compare(where, was, now);

    private void Answered(string where, JsonNode was, JsonNode now) => new SchemaChange(_published, _current, _objections, isAsked: false).Compare(where, was, now);

    private static Dictionary<string, JsonObject> ParametersOf(JsonObject operation) =>
        (operation["parameters"]?.AsArray() ?? []).ToDictionary(parameter => $"{parameter!["name"]} ({parameter["in"]})", parameter => parameter!.AsObject());

    private static bool IsRequired(JsonObject described) => (bool?)described["required"] == true;
}
