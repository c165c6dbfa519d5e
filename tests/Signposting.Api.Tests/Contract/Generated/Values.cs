using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Signposting.Api.Tests.Contract.Generated;

/// <summary>Values that a schema allows, and values that it does not.</summary>
internal static class Values
{
    public static Gen<Said> Allowed(Sayable what)
    {
        var one = AllowedOne(what);
        return what.IsList
            ? Gen.Choose(1, Math.Min(3, Most(what))).SelectMany(count => Gen.ArrayOf(one, count)).Select(values => new Said(what, values))
            : one.Select(value => new Said(what, [value]));
    }

    public static Gen<Said> Refused(Sayable what)
    {
        var one = Gen.Elements(RefusedOnes(what).ToArray()).Select(value => new Said(what, [value]));
        return what.IsList && what.Schema["maxItems"] is not null
            ? Gen.Frequency((4, one), (1, AllowedOne(what).Select(value => new Said(what, [.. Enumerable.Repeat(value, Most(what) + 1)]))))
            : one;
    }

    private static int Most(Sayable what) => (int?)(decimal?)what.Schema["maxItems"] ?? 3;

    private static Gen<JsonNode?> AllowedOne(Sayable what)
    {
        var schema = what.One;
        if (schema["enum"] is JsonArray words)
            return Gen.Elements(words.ToArray());
        var (least, most) = ((decimal?)schema["minimum"] ?? 0, (decimal?)schema["maximum"] ?? 100);
        return (string?)schema["type"] switch
        {
            "boolean" => Gen.Elements<JsonNode?>(true, false),
            "integer" => Gen.Choose((int)least, (int)most).Select(number => (JsonNode?)number),
            "number" => Gen.Choose(0, 1000).Select(part => (JsonNode?)JsonValue.Create(Math.Round(least + ((most - least) * part / 1000), 4))),
            _ => Gen.Elements(Examples(what).ToArray()),
        };
    }

    /// <summary>No schema says which texts mean something.</summary>
    private static IEnumerable<JsonNode?> Examples(Sayable what) => (what.Name, what.In) switch
    {
        ("condition" or "conditions", _) => ["falls", "osteoarthritis", "44054006", "http://snomed.info/sct|129839007"],
        ("activity", _) => ["Yoga", "walking", "Tai Chi"],
        ("q", _) => ["yoga", "tai chi", "centre", "Füße £5"],
        // Chosen by the opportunity, which the schema does not know; what has begun is accepted for any.
        ("sessionStart", _) => ["2026-06-10T09:00:00Z", "2026-06-09T19:30:00+01:00"],
        _ => [what.Example],
    };

    private static IEnumerable<JsonNode?> RefusedOnes(Sayable what)
    {
        var schema = what.One;
        var inQuery = what.In == "query";
        yield return "";
        if (schema["enum"] is JsonArray words)
        {
            yield return "no such word";
            yield return ((string?)words[0])!.ToUpperInvariant() + "!";
        }
        else if ((string?)schema["type"] is "integer" or "number")
        {
            if (schema["minimum"] is { } least)
                yield return (decimal)least - 0.01m;
            if (schema["maximum"] is { } most)
                yield return (decimal)most + 1;
            foreach (var text in (string[])["many", "1e400", "NaN", "Infinity", "1,5", "٣", "0x10", "--1"])
                yield return text;
            if ((string?)schema["type"] == "integer")
                yield return 1.5m;
        }
        else if ((string?)schema["type"] == "boolean")
        {
            foreach (var text in (string[])["yes", "1", "TRUE", "null"])
                yield return text;
        }
        else if (schema["maxLength"] is { } longest)
        {
            yield return new string('a', (int)(decimal)longest + 1);
        }

        if (schema["pattern"] is not null)
            yield return "no such form";
        if (inQuery)
            yield break;
        yield return new JsonObject { ["a"] = 1 };
        yield return null;
        yield return new JsonArray(new JsonArray("a"));
        if ((string?)schema["type"] == "string" && schema["enum"] is null)
            yield return new JsonObject();
    }
}
