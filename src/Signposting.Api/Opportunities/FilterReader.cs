using Signposting.Api.Problems;
using Signposting.Store.Search;

namespace Signposting.Api.Opportunities;

/// <summary>Reads what a person needs.</summary>
internal sealed class FilterReader(SentParameters sent, ParameterErrors errors)
{
    private readonly ParameterValues _values = new(sent, errors);

    public AskedFilters Read()
    {
        var filters = new AskedFilters
        {
            Day = _values.Words(SearchParameters.Day),
            StartAfter = _values.Clock(SearchParameters.StartAfter),
            StartBefore = _values.Clock(SearchParameters.StartBefore),
            Age = (int?)_values.Number(SearchParameters.Age),
            Gender = _values.Word(SearchParameters.Gender),
            Level = _values.Word(SearchParameters.Level),
            Accessibility = _values.Words(SearchParameters.AccessibilitySupport),
            Wheelchair = _values.Truth(SearchParameters.Wheelchair),
            Free = _values.Truth(SearchParameters.Free),
            MaxPrice = (decimal?)_values.Number(SearchParameters.MaxPrice),
            Coached = _values.Truth(SearchParameters.Coached),
            Setting = _values.Word(SearchParameters.Setting),
            HasSpaces = _values.Word(SearchParameters.HasSpaces) is null ? null : true,
            Q = ReadWords(),
            Stated = _values.Truth(SearchParameters.Stated),
        };
        if (filters is { StartAfter: { } after, StartBefore: { } before } && before <= after)
            errors.Add("startBefore", "must be later than startAfter; a span over midnight needs two searches");
        return filters;
    }

    private string? ReadWords()
    {
        if (sent.One(SearchParameters.Words) is not { } text)
            return null;
        if (SearchWords.Read(text) is null)
            errors.Add("q", "holds no letter or digit; write words such as chair yoga");
        return text;
    }
}
