using System.Globalization;
using Signposting.Store.Opportunities;

namespace Signposting.Api.Opportunities;

/// <summary>What an opportunity costs, from the least to the most of its offers.</summary>
internal static class PriceSummary
{
    private const string Pounds = "GBP";

    /// <summary>Null when the publisher states neither a price nor whether it is free.</summary>
    public static PriceAnswer? Of(Description description)
    {
        var priced = (description.Offers ?? []).Where(offer => offer.Price is not null).ToList();
        var currency = priced.Exists(offer => CurrencyOf(offer) == Pounds) ? Pounds : priced.FirstOrDefault() is { } first ? CurrencyOf(first) : Pounds;
        // Amounts in two currencies have no order; the pounds count.
        var prices = priced.Where(offer => CurrencyOf(offer) == currency).Select(offer => offer.Price!.Value).ToList();
        if (description.IsAccessibleForFree == true)
            prices.Add(0);
        if (prices.Count > 0)
            return Summarise(prices.Min(), prices.Max(), currency, description.IsAccessibleForFree);
        return description.IsAccessibleForFree == false ? new PriceAnswer { Free = false, Text = "Not free" } : null;
    }

    private static PriceAnswer Summarise(decimal min, decimal max, string currency, bool? statedFree) => new()
    {
        Min = min,
        Max = max,
        Currency = currency,
        Free = statedFree ?? (max == 0),
        Text = min == max ? Amount(min, currency) : $"{Amount(min, currency)}–{Amount(max, currency)}",
    };

    private static string Amount(decimal amount, string currency) => amount == 0
        ? "Free"
        : string.Create(CultureInfo.InvariantCulture, $"{(currency == Pounds ? "£" : currency + " ")}{amount:0.00}");

    private static string CurrencyOf(Offer offer) => offer.Currency ?? Pounds;
}
