using System.Text.Json.Nodes;
using Signposting.Api.Tests.Contract.Generated;
using Signposting.Api.Tests.Running;

namespace Signposting.Api.Tests.Contract.Promises;

/// <summary>What was published once stays within a version (docs/decisions/0019).</summary>
public sealed class CompatibilityTests
{
    /// <summary>Set it to 1 and run these tests to publish the contract as it stands, when it takes nothing back.</summary>
    private const string Publish = "SIGNPOSTING_PUBLISH_OPENAPI";

    private const string Search = "/v1/opportunities";

    private static readonly string Current = Path.Combine(BuildFacts.ContractFolder, "signposting.v1.yaml");
    private static readonly string Published = Path.Combine(BuildFacts.ContractFolder, "published", "signposting.v1.yaml");

    public static TheoryData<string, Action<JsonObject>> Breaking => new()
    {
        { "is gone", document => document["paths"]!.AsObject().Remove("/v1/feeds") },
        { "another operationId", document => Get(document)["operationId"] = "find" },
        { "the parameter radius (query) is gone", document => Parameters(document).RemoveAt(Index(document, "radius")) },
        { "the parameter radius (query) is required now", document => Parameter(document, "radius")["required"] = true },
        { "the new parameter county (query) is required", document => Parameters(document).Add(JsonNode.Parse("""{"name":"county","in":"query","required":true,"schema":{"type":"string"}}""")) },
        { "was number and is integer", document => Parameter(document, "radius")["schema"]!["type"] = "integer" },
        { "has a lower maximum", document => Parameter(document, "radius")["schema"]!["maximum"] = 40m },
        { "has a higher minimum", document => Parameter(document, "radius")["schema"]!["minimum"] = 1m },
        { "has another default", document => Parameter(document, "radius")["schema"]!["default"] = 6m },
        { "has a lower maxItems", document => Parameter(document, "condition")["schema"]!["maxItems"] = 2m },
        { "takes fewer words", document => Parameter(document, "sort")["schema"]!["enum"]!.AsArray().RemoveAt(0) },
        { "takes fewer words", document => Parameter(document, "q")["schema"]!["enum"] = new JsonArray("yoga") },
        { "has another pattern", document => Parameter(document, "q")["schema"]!["pattern"] = "^[a-z]+$" },
        { ".channel is gone", document => Signpost(document)["properties"]!.AsObject().Remove("channel") },
        { ".postcode is required now", document => Signpost(document)["required"]!.AsArray().Add("postcode") },
        { ".items[].name is gone", document => Schema(document, "OpportunityAnswer")["properties"]!.AsObject().Remove("name") },
        { ".items[].kind may be absent now", document => Remove(Schema(document, "OpportunityAnswer")["required"]!.AsArray(), "kind") },
        { ".name was string and is null or string", document => Schema(document, "OpportunityAnswer")["properties"]!["name"]!["type"] = new JsonArray("string", "null") },
        { ".errors.*[] was string and is integer", document => Schema(document, "Problem")["properties"]!["errors"]!["additionalProperties"]!["items"]!["type"] = "integer" },
        { "no longer answered as text/csv", document => Get(document)["responses"]!["200"]!["content"]!.AsObject().Remove("text/csv") },
        { "200 is gone", document => Get(document)["responses"]!.AsObject().Remove("200") },
        { "can no longer be called with {}", document => Get(document)["security"]!.AsArray().RemoveAt(0) },
    };

    public static TheoryData<Action<JsonObject>> Harmless => new()
    {
        document => document["paths"]!["/v1/new"] = document["paths"]!["/v1/feeds"]!.DeepClone(),
        document => Parameters(document).Add(JsonNode.Parse("""{"name":"county","in":"query","schema":{"type":"string"}}""")),
        document => Parameter(document, "radius")["schema"]!["maximum"] = 60m,
        document => Parameter(document, "sort")["schema"]!["enum"]!.AsArray().Add("cheapest"),
        document => Signpost(document)["properties"]!["note"] = new JsonObject { ["type"] = "string" },
        document => Schema(document, "OpportunityAnswer")["properties"]!["rating"] = new JsonObject { ["type"] = "number" },
        document => Schema(document, "OpportunityAnswer")["required"]!.AsArray().Add("name"),
        document => Get(document)["responses"]!["418"] = Get(document)["responses"]!["400"]!.DeepClone(),
        document => Get(document)["responses"]!.AsObject().Remove("406"),
        document => Get(document)["description"] = "In other words.",
        document =>
        {
            document["info"]!["version"] = "2.0";
            document["paths"]!.AsObject().Remove("/v1/feeds");
        },
    };

    [Fact]
    public void Nothing_that_was_published_is_taken_back()
    {
        var objections = Compatibility.Objections(ContractFile.Read(Published), ContractFile.Read(Current));

        Assert.True(objections.Count == 0, $"The contract takes back what was published, and callers would break:\n{string.Join('\n', objections)}\nAdd instead of changing, or begin a new version (docs/decisions/0019).");
        if (Environment.GetEnvironmentVariable(Publish) == "1")
            File.Copy(Current, Published, overwrite: true);
    }

    [Theory, MemberData(nameof(Breaking))]
    public void A_change_that_could_break_a_caller_is_told(string objection, Action<JsonObject> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var (before, after) = (ContractFile.Read(Current), ContractFile.Read(Current));
        change(after);

        Assert.Contains(Compatibility.Objections(before, after), told => told.Contains(objection, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Harmless))]
    public void A_change_that_breaks_nobody_and_a_new_version_are_let_through(Action<JsonObject> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var (before, after) = (ContractFile.Read(Current), ContractFile.Read(Current));
        change(after);

        Assert.Empty(Compatibility.Objections(before, after));
    }

    private static JsonObject Get(JsonObject document) => document["paths"]![Search]!["get"]!.AsObject();

    private static JsonArray Parameters(JsonObject document) => Get(document)["parameters"]!.AsArray();

    private static JsonObject Parameter(JsonObject document, string name) => Parameters(document)[Index(document, name)]!.AsObject();

    private static int Index(JsonObject document, string name) => Parameters(document).ToList().FindIndex(parameter => (string?)parameter!["name"] == name);

    private static JsonObject Signpost(JsonObject document) => document["paths"]!["/v1/signposts"]!["post"]!["requestBody"]!["content"]!["application/json"]!["schema"]!.AsObject();

    private static JsonObject Schema(JsonObject document, string name) => document["components"]!["schemas"]![name]!.AsObject();

    private static void Remove(JsonArray words, string word) => words.RemoveAt(words.ToList().FindIndex(other => (string?)other == word));
}
