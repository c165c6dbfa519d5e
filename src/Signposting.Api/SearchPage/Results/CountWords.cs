using System.Globalization;

namespace Signposting.Api.SearchPage.Results;

/// <summary>How many.</summary>
internal static class CountWords
{
    /// <param name="isAll">False: it is the least that there are.</param>
    public static string Activities(int count, bool isAll = true) =>
        $"{Number(count)}{(isAll ? "" : " or more")} {(count == 1 && isAll ? "activity" : "activities")}";

    public static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
