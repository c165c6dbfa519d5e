using System.Globalization;
using Signposting.Suitability.Sources;

namespace Signposting.Suitability.Reading;

/// <summary>Reads <c>review</c>: <c>{status: draft}</c>, or <c>{status: reviewed, role: …, date: yyyy-MM-dd}</c>.</summary>
internal static class ReviewReader
{
    private const string Form = "A review is {status: draft}, or {status: reviewed, role: …, date: yyyy-MM-dd}.";

    internal static Review Read(MapReader file)
    {
        if (file.MapOrNull("review") is not { } review)
        {
            file.Report("\"review\" is missing. " + Form);
            return Review.Draft;
        }

        var status = review.Text("status");
        var (role, date) = (review.TextOrNull("role"), review.TextOrNull("date"));
        review.End();
        if (status == "draft" && role is null && date is null)
        {
            return Review.Draft;
        }

        if (status == "reviewed" && role is not null && DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return new Review { IsReviewed = true, Role = role, Date = day };
        }

        review.Report(Form);
        return Review.Draft;
    }
}
