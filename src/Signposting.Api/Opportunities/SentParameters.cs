using Microsoft.AspNetCore.WebUtilities;
using Signposting.Api.Problems;

namespace Signposting.Api.Opportunities;

/// <summary>The parameters of a request as they were sent; names, repetitions and lengths are checked, values are not yet.</summary>
/// <param name="known">Those that the address takes.</param>
internal sealed class SentParameters(IReadOnlyList<SearchParameter> known)
{
    private readonly List<(SearchParameter Parameter, string Value)> _sent = [];

    public int Count => _sent.Count;

    public static SentParameters FromQuery(string? query, IReadOnlyList<SearchParameter> known, ParameterErrors errors)
    {
        var sent = new SentParameters(known);
        var seen = 0;
        foreach (var pair in new QueryStringEnumerable(query))
        {
            if (++seen > SearchLimits.MostParameters)
            {
                errors.Add("query", $"send at most {SearchLimits.MostParameters} parameters");
                break;
            }

            sent.Add(pair.DecodeName().ToString(), pair.DecodeValue().ToString(), errors);
        }

        return sent;
    }

    public void Add(string name, string value, ParameterErrors errors)
    {
        if (known.FirstOrDefault(one => one.Name == name) is not { } parameter)
            errors.Add(Shorten(name), Objection(name));
        else if (!parameter.Supported)
            errors.Add(name, "not supported yet by this version; leave it out");
        else if (Objection(parameter, value) is { } objection)
            errors.Add(name, objection);
        else
            _sent.Add((parameter, value));
    }

    public bool Has(SearchParameter parameter) => One(parameter) is not null;

    public string? One(SearchParameter parameter)
    {
        foreach (var (sent, value) in _sent)
        {
            if (sent.Name == parameter.Name)
                return value;
        }

        return null;
    }

    public IEnumerable<string> Many(SearchParameter parameter) =>
        _sent.Where(sent => sent.Parameter.Name == parameter.Name).Select(sent => sent.Value);

    /// <summary>The names of all that were sent beside one parameter.</summary>
    public IEnumerable<string> NamesBeside(SearchParameter parameter) =>
        _sent.Where(sent => sent.Parameter.Name != parameter.Name).Select(sent => sent.Parameter.Name).Distinct();

    private string? Objection(SearchParameter parameter, string value)
    {
        var longest = SearchLimits.MostCharactersOf(parameter);
        if (string.IsNullOrWhiteSpace(value))
            return "is empty; give it a value or leave it out";
        if (value.Length > longest)
            return $"is longer than {longest} characters";
        if (!parameter.Repeatable && Has(parameter))
            return "was sent more than once; send it once";
        return parameter.Repeatable && Many(parameter).Count() >= parameter.MostRepeats
            ? $"was sent more than {parameter.MostRepeats} times; send it at most that often"
            : null;
    }

    private string Objection(string name) =>
        known.FirstOrDefault(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } meant
            ? $"there is no such parameter here; write {meant.Name}"
            : $"there is no such parameter here; there {(known.Count == 1 ? "is" : "are")} {string.Join(", ", known.Where(one => one.Supported).Select(one => one.Name))}";

    private static string Shorten(string name) => name.Length <= 50 ? name : name[..50] + "…";
}
