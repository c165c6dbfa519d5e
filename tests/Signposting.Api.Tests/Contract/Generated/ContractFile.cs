using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Signposting.Api.Tests.Running;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Signposting.Api.Tests.Contract.Generated;

/// <summary><c>openapi/signposting.v1.yaml</c> as it stands in the repository.</summary>
internal static partial class ContractFile
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch"];

    public static JsonObject Read() => Read(Path.Combine(BuildFacts.ContractFolder, "signposting.v1.yaml"));

    public static JsonObject Read(string path)
    {
        var yaml = new YamlStream();
        using var text = File.OpenText(path);
        yaml.Load(text);
        return (JsonObject)ToJson(yaml.Documents[0].RootNode)!;
    }

    public static IEnumerable<Operation> Operations(JsonObject document) =>
        from path in document["paths"]!.AsObject()
        from method in path.Value!.AsObject()
        where Methods.Contains(method.Key)
        select Operation.Of(path.Key, method.Key, method.Value!.AsObject(), document);

    /// <summary>The core schema of YAML 1.2: what is quoted is text.</summary>
    private static JsonNode? ToJson(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(child => KeyValuePair.Create(((YamlScalarNode)child.Key).Value!, ToJson(child.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(ToJson)]),
        YamlScalarNode { Style: not ScalarStyle.Plain } quoted => JsonValue.Create(quoted.Value!),
        YamlScalarNode { Value: "null" or "~" or "" } => null,
        YamlScalarNode { Value: "true" or "false" } truth => JsonValue.Create(truth.Value == "true"),
        YamlScalarNode { Value: { } plain } when Number().IsMatch(plain) => JsonValue.Create(decimal.Parse(plain, NumberStyles.Float, CultureInfo.InvariantCulture)),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value!),
        _ => throw new InvalidDataException($"{node.NodeType} at {node.Start}"),
    };

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$")]
    private static partial Regex Number();
}
