using System.Text.Json.Nodes;
using Signposting.Api.Tests.Running;

namespace Signposting.Api.Tests.Contract;

public sealed class OpenApiTests(TownService town)
{
    /// <summary>Set it to 1 and run these tests to write the files anew after a wanted change of the contract.</summary>
    private const string Update = "SIGNPOSTING_UPDATE_OPENAPI";

    private readonly TestService _service = town.Service;

    [Theory]
    [InlineData("signposting.v1.yaml")]
    [InlineData("signposting.v1.json")]
    public async Task The_contract_in_the_repository_is_what_the_service_serves(string file)
    {
        using var response = await _service.GetAsync($"/openapi/{file}");
        var served = (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ReplaceLineEndings("\n").TrimEnd() + "\n";
        var path = Path.Combine(BuildFacts.ContractFolder, file);
        if (Environment.GetEnvironmentVariable(Update) == "1")
            await File.WriteAllTextAsync(path, served, TestContext.Current.CancellationToken);

        var kept = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);

        Assert.True(kept == served, $"openapi/{file} differs from what the service serves; {FirstDifference(kept, served)} If the change is wanted, run these tests with {Update}=1.");
    }

    [Fact]
    public async Task Every_operation_has_a_description_and_an_example_of_each_answer()
    {
        var document = await _service.JsonAsync("/openapi/signposting.v1.json");

        Assert.StartsWith("3.1", (string)document["openapi"]!, StringComparison.Ordinal);
        foreach (var (path, operation) in Operations(document))
        {
            Assert.False(string.IsNullOrEmpty((string?)operation["summary"]), path);
            Assert.False(string.IsNullOrEmpty((string?)operation["description"]), path);
            foreach (var (status, response) in operation["responses"]!.AsObject())
            {
                foreach (var (type, content) in response!["content"]?.AsObject() ?? [])
                    Assert.True(content!["example"] is not null, $"{path} {status} {type}");
            }
        }
    }

    [Fact]
    public async Task Every_address_of_the_version_is_in_the_contract_and_documents_its_refusals()
    {
        var document = await _service.JsonAsync("/openapi/signposting.v1.json");

        var paths = Operations(document).DistinctBy(operation => operation.Path).ToDictionary(operation => operation.Path, operation => operation.Operation["responses"]!.AsObject().Select(response => response.Key).ToArray());
        Assert.Equal(
            [
                "/health/live", "/health/ready", "/v1/activities", "/v1/activities/{id}/suitability", "/v1/conditions", "/v1/conditions/{keyOrCode}", "/v1/extracts", "/v1/extracts/{id}",
                "/v1/feeds", "/v1/feeds/hidden", "/v1/feeds/hide", "/v1/feeds/unhide", "/v1/opportunities", "/v1/opportunities/search", "/v1/opportunities/status",
                "/v1/opportunities/{id}", "/v1/opportunities/{id}/calendar", "/v1/opportunities/{id}/sessions", "/v1/signposts", "/v1/usage",
            ],
            paths.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["200", "400", "401", "403", "404", "406", "429", "503"], paths["/v1/opportunities"].Order());
        Assert.Equal(["200", "304", "400", "401", "403", "404", "410", "429", "503"], paths["/v1/opportunities/{id}"].Order());
    }

    [Fact]
    public async Task The_parameters_of_a_search_are_described_with_their_limits()
    {
        var document = await _service.JsonAsync("/openapi/signposting.v1.json");

        var parameters = document["paths"]!["/v1/opportunities"]!["get"]!["parameters"]!.AsArray();
        Assert.All(parameters, parameter => Assert.False(string.IsNullOrEmpty((string?)parameter!["description"])));
        var radius = parameters.Single(parameter => (string?)parameter!["name"] == "radius")!["schema"]!;
        Assert.Equal((0.1, 50, 5), ((double)radius["minimum"]!, (double)radius["maximum"]!, (double)radius["default"]!));
    }

    [Fact]
    public async Task Only_next_may_be_null()
    {
        var document = await _service.JsonAsync("/openapi/signposting.v1.json");

        var nullable = from schema in document["components"]!["schemas"]!.AsObject()
                       from property in schema.Value!["properties"]?.AsObject() ?? []
                       where property.Value!.ToJsonString().Contains("\"null\"", StringComparison.Ordinal)
                       select $"{schema.Key}.{property.Key}";
        Assert.Equal(["SearchAnswer.next", "SessionsAnswer.next"], nullable.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Swagger_UI_shows_it()
    {
        using var response = await _service.GetAsync("/swagger/index.html");

        Assert.True(response.IsSuccessStatusCode);
    }

    private static IEnumerable<(string Path, JsonNode Operation)> Operations(JsonNode document) =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select (path.Key, operation.Value!);

    private static string FirstDifference(string kept, string served)
    {
        var (left, right) = (kept.Split('\n'), served.Split('\n'));
        var at = Enumerable.Range(0, Math.Min(left.Length, right.Length)).FirstOrDefault(line => left[line] != right[line], Math.Min(left.Length, right.Length));
        return $"line {at + 1}: '{left.ElementAtOrDefault(at)}' in the repository, '{right.ElementAtOrDefault(at)}' served.";
    }
}
