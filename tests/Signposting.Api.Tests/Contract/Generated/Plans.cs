using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Signposting.Api.Tests.Contract.Generated;

/// <summary>
/// Generates requests from the contract: right ones, ones with a single fault, and ones made of hostile values. What the schemas do not say
/// (which names exclude each other, which ids exist) stands here.
/// </summary>
internal sealed class Plans(IReadOnlyList<Operation> operations, IReadOnlyList<string> ids)
{
    private static readonly string[] Accepts = ["application/json", "application/geo+json", "text/csv", "*/*", "text/*;q=0.5, application/json;q=0.1", "text/html", "application/geo+json;q=0", "nonsense", ";;;"];

    private static readonly string[] RawBodies =
    [
        "", "null", "[]", "{", "\"text\"", "{\"a\":}", "{\"condition\":[\"falls\"],\"condition\":[\"falls\"]}", "{\"q\":\"\\ud800\"}", "{\"\\udc00\":1}", "[[[[[[[[1]]]]]]]]", "\0", "{\"lat\":1e999,\"lon\":0}",
        "{\"condition\":[{\"a\":{\"b\":{\"c\":1}}}]}", "{\"lat\":53.8 \"lon\":-1}", "{'lat':1}", "// {}", "\uFEFF{}",
    ];

    public Gen<Plan> All => Gen.Elements(operations.ToArray()).SelectMany(operation => IsOfMonths(operation) ? Gen.Frequency((1, Loose(operation)), (1, Attacking(operation))) : Gen.Frequency(
        (3, Right(operation)), (3, Faulty(operation)), (1, Lacking(operation)), (2, Attacking(operation)), (1, Loose(operation)), (operation.HasBody ? 1 : 0, Shapeless(operation)), (1, Renamed(operation))));

    /// <summary>Every name that takes a text, with this value.</summary>
    public IEnumerable<Plan> Attacks(string value) =>
        from operation in operations
        from what in operation.Sayables
        where (string?)what.One["type"] == "string" && (what.In != "path" || IsOneSegment(value))
        from plan in Right(operation).Sample(1, 50)
        select plan with { Outcome = Outcome.Documented, Said = Replaced(plan.Said, new Said(what, [value])) };

    private Gen<Plan> Right(Operation operation) =>
        from said in Coherent(operation)
        from accept in operation.Id.StartsWith("searchOpportunities", StringComparison.Ordinal) ? Gen.Elements(Accepts[..5]) : Gen.Constant("application/json")
        select new Plan { Operation = operation, Said = said, Outcome = Outcome.Success, Accept = accept };

    /// <summary>Right, but for one value that the schema does not allow.</summary>
    private Gen<Plan> Faulty(Operation operation) => operation.Sayables.Where(what => what.In != "path").ToArray() is not { Length: > 0 } names
        ? Right(operation)
        : from plan in Right(operation)
          from what in Gen.Elements(names)
          from wrong in Values.Refused(what)
          select plan with { Outcome = Outcome.Refusal, Fault = what.Name, Said = Replaced(plan.Said, wrong) };

    /// <summary>Right, but for something that is missing.</summary>
    private Gen<Plan> Lacking(Operation operation) => operation.Sayables.Where(what => what.IsRequired && what.In != "path").ToArray() is not { Length: > 0 } names
        ? Right(operation)
        : from plan in Right(operation)
          from what in Gen.Elements(names)
          select plan with { Outcome = Outcome.Refusal, Fault = what.Name, Said = [.. plan.Said.Where(said => said.What.Name != what.Name)] };

    private Gen<Plan> Attacking(Operation operation) => operation.Sayables.Count == 0
        ? Right(operation)
        : from plan in Right(operation)
          from what in Gen.Elements(operation.Sayables.ToArray())
          from value in Gen.Elements(Hostile.All.Where(value => what.In != "path" || IsOneSegment(value)).ToArray())
          from accept in Gen.Elements(Accepts)
          select plan with { Outcome = Outcome.Documented, Accept = accept, Said = Replaced(plan.Said, new Said(what, [value])) };

    /// <summary>Allowed values, together as chance will have it, with or without a key.</summary>
    private static Gen<Plan> Loose(Operation operation) =>
        from chosen in Gen.SubListOf(operation.Sayables.Where(what => what.In != "path").ToArray())
        from said in Gen.CollectToArray(chosen.Concat(operation.Sayables.Where(what => what.In == "path")).Select(Values.Allowed).ToArray())
        from withKey in Gen.Elements(true, true, false)
        from accept in Gen.Elements(Accepts)
        select new Plan { Operation = operation, Said = said, Outcome = Outcome.Documented, WithKey = withKey, Accept = accept };

    private Gen<Plan> Shapeless(Operation operation) =>
        from plan in Right(operation)
        from body in Gen.Elements(RawBodies)
        select plan with { Outcome = Outcome.Documented, RawBody = body };

    /// <summary>A name that the contract does not have.</summary>
    private Gen<Plan> Renamed(Operation operation) => operation.Id is "isLive" or "isReady"
        ? Right(operation)
        : from plan in Right(operation)
          from name in Gen.Elements("radiusKm", "Radius", "conditions[]", "q ", "__proto__", "name", "nhsNumber", "sort_by", "<b>", "café")
          select plan with { Outcome = Outcome.Refusal, Fault = name, Said = [.. plan.Said, new Said(new Sayable(name, operation.HasBody ? "body" : "query", new JsonObject { ["type"] = "string" }, "x"), ["x"])] };

    /// <summary>Some of the names, with values that go together.</summary>
    private Gen<IReadOnlyList<Said>> Coherent(Operation operation)
    {
        var free = operation.Sayables.Where(what => what.In != "path" && !IsBound(what, operation)).ToArray();
        return from chosen in Gen.SubListOf(free)
               from freely in Gen.CollectToArray(chosen.Select(Values.Allowed).ToArray())
               from bound in Bound(operation)
               from id in Gen.Elements(ids.ToArray())
               select (IReadOnlyList<Said>)[.. bound.Concat(freely).Select(said => IsOpportunity(said, operation) ? said with { Values = [id] } : said)];
    }

    /// <summary>Which months and packages there are depends on what was recorded: of these the form of the answers is held, and their own tests hold the rest.</summary>
    private static bool IsOfMonths(Operation operation) => operation.Id is "readUsage" or "listExtracts" or "downloadExtract";

    private static bool IsOpportunity(Said said, Operation operation) =>
        said.What.Name is "opportunityId" || (said.What.Name is "id" && operation.Path.StartsWith("/v1/opportunities", StringComparison.Ordinal));

    private static bool IsBound(Sayable what, Operation operation) => what.IsRequired || what.Name switch
    {
        "postcode" => operation.Id != "recordSignpost",
        "lat" or "lon" or "radius" or "cursor" or "verdict" or "from" or "to" or "startAfter" or "startBefore" or "id" or "opportunity" or "organizer" or "feed" => true,
        _ => false,
    };

    private static Gen<Said[]> Bound(Operation operation)
    {
        var search = operation.Id.StartsWith("searchOpportunities", StringComparison.Ordinal);
        return Gen.Elements(true, false).SelectMany(byPostcode => Gen.CollectToArray(operation.Sayables
            .Where(what => what.IsRequired
                || (search && (byPostcode ? what.Name is "postcode" : what.Name is "lat" or "lon" or "radius"))
                || (what.Name == "opportunity" && operation.Id is "hide" or "unhide"))
            .Select(Values.Allowed)
            .ToArray()));
    }

    private static IReadOnlyList<Said> Replaced(IReadOnlyList<Said> said, Said by) => [.. said.Where(one => one.What.Name != by.What.Name), by];

    /// <summary>Whether a server sees it as one segment of a path.</summary>
    private static bool IsOneSegment(string value) => value.Trim('.', ' ').Length > 0 && !value.Contains('/', StringComparison.Ordinal) && !value.Contains('\\', StringComparison.Ordinal) && !value.Contains('\0', StringComparison.Ordinal);
}
