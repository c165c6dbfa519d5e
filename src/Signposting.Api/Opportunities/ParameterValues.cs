using System.Globalization;
using Signposting.Api.Problems;

namespace Signposting.Api.Opportunities;

/// <summary>Reads the values of parameters in each form; what is wrong with one is noted with the fix.</summary>
internal sealed class ParameterValues(SentParameters sent, ParameterErrors errors)
{
    /// <summary>A word of the parameter's list; null when it was not sent or is none of them.</summary>
    public string? Word(SearchParameter parameter) => sent.One(parameter) is { } word ? Checked(parameter, word) : null;

    /// <summary>Those that were sent, each once, in the order of the list; null when none was.</summary>
    public IReadOnlyList<string>? Words(SearchParameter parameter)
    {
        var words = sent.Many(parameter).Select(word => Checked(parameter, word)).OfType<string>().Distinct().OrderBy(parameter.IndexOf).ToArray();
        return words.Length > 0 ? words : null;
    }

    public bool? Truth(SearchParameter parameter)
    {
        switch (sent.One(parameter))
        {
            case null:
                return null;
            case "true":
                return true;
            case "false":
                return false;
            default:
                errors.Add(parameter.Name, "must be true or false");
                return null;
        }
    }

    public TimeOnly? Clock(SearchParameter parameter)
    {
        if (sent.One(parameter) is not { } text)
            return null;
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return time;
        errors.Add(parameter.Name, "is not a time of day; write hours and minutes as in 09:30");
        return null;
    }

    public double? Number(SearchParameter parameter)
    {
        if (sent.One(parameter) is not { } text)
            return null;
        var whole = parameter.Form == ParameterForm.WholeNumber;
        var style = whole ? NumberStyles.AllowLeadingSign : NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (double.TryParse(text, style, CultureInfo.InvariantCulture, out var number) && number >= parameter.Minimum && number <= parameter.Maximum)
            return number;
        errors.Add(parameter.Name, $"must be a {(whole ? "whole number" : "number")} from {parameter.Minimum} to {parameter.Maximum}");
        return null;
    }

    private string? Checked(SearchParameter parameter, string word)
    {
        if (parameter.IndexOf(word) >= 0)
            return word;
        errors.Add(parameter.Name, $"must be {(parameter.Words.Count == 1 ? "" : "one of ")}{string.Join(", ", parameter.Words)}");
        return null;
    }
}
