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

    /// <summary>Where only the lowest of several prices is within what was asked for; null: all are, or none was.</summary>
    /// <param name="asked">Pounds.</param>
    public static string? NoteOf(PriceAnswer? price, decimal? asked) =>
        asked is { } most && price is { Min: { } min, Max: { } max, Currency: null or "GBP" } && min <= most && max > most
            ? $"Only the lowest price is within {Pounds(most)}: ask who can pay it"
            : null;

    /// <summary>"£3", "£3.50".</summary>
    public static string Pounds(decimal amount) => "£" + Number(amount);

    private static string Amount(decimal amount, string? currency) => amount == 0
        ? "Free"
        : currency is null or "GBP" ? Pounds(amount) : $"{PublisherText.Line(currency, 3)} {Number(amount)}";

    private static string Number(decimal amount) => amount.ToString(amount == decimal.Truncate(amount) ? "0" : "0.00", CultureInfo.InvariantCulture);
}
