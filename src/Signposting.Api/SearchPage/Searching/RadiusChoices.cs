using System.Globalization;
using Signposting.Api.Opportunities;
using Signposting.Api.SearchPage.Wording;

namespace Signposting.Api.SearchPage.Searching;

/// <summary>How far, as a choice: kilometres as REST takes them, miles as people say them.</summary>
internal static class RadiusChoices
{
    public const string Default = "4.8";

    /// <summary>What the form sends, and what it says.</summary>
    public static readonly IReadOnlyList<(string Value, string Text)> All =
    [
        ("0.8", "Half a mile – a short walk"), ("1.6", "1 mile – about 20 minutes on foot"), (Default, "3 miles"), ("8", "5 miles"),
        ("16.1", "10 miles"), ("32.2", "20 miles"), ("48.3", "30 miles"),
    ];

    public static string ValueOf(double kilometres) => kilometres.ToString(CultureInfo.InvariantCulture);

    /// <summary>Kilometres; null: none that can be searched in.</summary>
    public static double? Read(string value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var kilometres) && kilometres is >= SearchLimits.LeastRadiusKm and <= SearchLimits.MostRadiusKm
            ? kilometres
            : null;

    /// <summary>With the one in use, if it is none of the usual.</summary>
    public static IReadOnlyList<(string Value, string Text)> With(string used) =>
        All.Any(choice => choice.Value == used) || Read(used) is not { } kilometres
            ? All
            : [.. All.Append((used, DistanceWords.OfRadius(kilometres)))];

    /// <summary>The next larger ones.</summary>
    public static IEnumerable<double> Beyond(double kilometres) =>
        All.Select(choice => double.Parse(choice.Value, CultureInfo.InvariantCulture)).Where(one => one > kilometres + 0.1);
}
