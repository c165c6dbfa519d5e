namespace Signposting.Api.Extracts;

/// <summary>A table about what is offered: exact, because it is of no person; searches are rounded, and few are not told.</summary>
internal sealed record OfferShape(string Name, string Description, IReadOnlyList<DataColumn> Own, Func<MonthReport, IReadOnlyList<OfferRow>> Rows)
{
    public static readonly IReadOnlyList<OfferShape> All =
    [
        new("supply-by-condition", "Opportunities on offer when the month was published, by area and condition for which they are recommended or suitable. An opportunity counts for each of its conditions. Drafted rules: no clinician has reviewed them.",
            [DataDictionary.Area, DataDictionary.Condition, new("opportunities", "integer", "How many")], report => report.SupplyByCondition),
        new("supply-by-activity", "Opportunities on offer when the month was published, by area and activity.",
            [DataDictionary.Area, DataDictionary.Activity, DataDictionary.Label, new("opportunities", "integer", "How many")], report => report.SupplyByActivity),
        new("data-quality", "How much of OpenActive's profile for social prescribing each publisher states.",
            [DataDictionary.Publisher, new("opportunities", "integer", "How many the publisher offers"), new("readiness", "number", "Mean share of the profile's properties that are stated, 0 to 1")], report => report.Quality),
        new("data-gaps", "What each publisher leaves out, and how many searches met it.",
            [DataDictionary.Publisher, new("property", "string", "Property of the profile"), new("missing", "integer", "Opportunities of the publisher without it"), new("share", "number", "The same as a share of the publisher's opportunities, 0 to 1"),
                new("searches", "string", "Searches in the month, of everybody and everywhere, whose first page showed an opportunity of this publisher without it: rounded to the nearest 5, * for 1 to 7; empty where the whole month has fewer than 8 searches or contacts")], report => report.Gaps),
    ];

    public IReadOnlyList<DataColumn> Columns => [DataDictionary.Month, DataDictionary.Icb, .. Own];
}
