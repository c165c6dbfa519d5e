using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Signposting.Api.Tests.Contract.Generated;

/// <summary>What must come of a request.</summary>
internal enum Outcome
{
    /// <summary>Anything that the contract names and that is no failure of the service.</summary>
    Documented,

    /// <summary>2xx, or 304.</summary>
    Success,

    /// <summary>400, and <c>errors</c> names <see cref="Plan.Fault"/>.</summary>
    Refusal,
}

/// <summary>Values for one name; more than one when it is repeated.</summary>
internal sealed record Said(Sayable What, IReadOnlyList<JsonNode?> Values);

/// <summary>A request that was generated.</summary>
internal sealed record Plan
{
    public required Operation Operation { get; init; }

    public required IReadOnlyList<Said> Said { get; init; }

    public required Outcome Outcome { get; init; }

    /// <summary>The name that is wrong.</summary>
    public string? Fault { get; init; }

    public string? Accept { get; init; }

    /// <summary>A body that is none of the operation's; sent as it stands.</summary>
    public string? RawBody { get; init; }

    public bool WithKey { get; init; } = true;

    public HttpRequestMessage ToRequest(string key)
    {
        var request = new HttpRequestMessage(new HttpMethod(Operation.Method.ToUpperInvariant()), new Uri(Target, UriKind.Relative));
        if (WithKey)
            request.Headers.Add("X-Api-Key", key);
        if (Accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", Accept);
        if (Operation.HasBody)
            request.Content = new StringContent(Body, new UTF8Encoding(false), new MediaTypeHeaderValue("application/json"));
        return request;
    }

    public override string ToString() =>
        $"{Operation.Method.ToUpperInvariant()} {Target}{(Operation.HasBody ? " " + Body : "")}{(Accept is null ? "" : $" Accept: {Accept}")} ({Outcome}{(Fault is null ? "" : $" of {Fault}")})";

    /// <summary>Path and query.</summary>
    public string Target => $"{Said.Where(said => said.What.In == "path").Aggregate(Operation.Path, (path, said) => path.Replace($"{{{said.What.Name}}}", Escape(said.Values[0]), StringComparison.Ordinal))}{(Query.Length == 0 ? "" : "?")}{Query}";

    public string Body => RawBody ?? new JsonObject(Said.Where(said => said.What.In == "body").Select(said => KeyValuePair.Create(said.What.Name, MemberOf(said)))).ToJsonString();

    private string Query => string.Join('&', Said.Where(said => said.What.In == "query").SelectMany(said => said.Values.Select(value => $"{Uri.EscapeDataString(said.What.Name)}={Escape(value)}")));

    private static JsonNode? MemberOf(Said said) =>
        said.What.IsList || said.Values.Count != 1 ? new JsonArray([.. said.Values.Select(value => value?.DeepClone())]) : said.Values[0]?.DeepClone();

    private static string Escape(JsonNode? value) => Uri.EscapeDataString(value?.ToString() ?? "null");
}
