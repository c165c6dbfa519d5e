using System.Globalization;
using Signposting.Api.Opportunities;

namespace Signposting.Api.SearchPage.Wording;

/// <summary>What it costs.</summary>
internal static class CostWords
{
    public const string NotStated = "Cost not stated";

    public static string Of(PriceAnswer? price) => price switch
    {
        null => NotStated,
        { Free: true } => "Free",
        { Min: { } min, Max: { } max, Currency: var currency } => min == max ? Amount(min, currency) : $"{Amount(min, currency)} to {Amount(max, currency)}",
        _ => "Not free; how much is not stated",
    };

    private static string Amount(decimal amount, string? currency)
    {
        if (amount == 0)
            return "Free";
        var sign = currency is null or "GBP" ? "£" : PublisherText.Line(currency, 3) + " ";
        return sign + amount.ToString(amount == decimal.Truncate(amount) ? "0" : "0.00", CultureInfo.InvariantCulture);
    }
}
