using System.Globalization;
using System.Text.Json;
using Feeds.Harvester.Json;
using Signposting.Store.Opportunities;

namespace Feeds.Harvester.Normalising;

/// <summary>Reads <c>offers</c>: one or several; two with one <c>@id</c> are two.</summary>
internal static class Offers
{
    /// <summary>At most twenty; null when none says anything.</summary>
    internal static IReadOnlyList<Offer>? Read(JsonValue value, Repairs repairs)
    {
        List<Offer>? offers = null;
        foreach (var entry in value.Each())
        {
            if (entry.IsObject() && ReadOne(entry, repairs) is { } offer)
                (offers ??= new(2)).Add(offer);
            if (offers?.Count == NormalisingLimits.Offers)
                break;
        }

        return offers;
    }

    private static Offer? ReadOne(JsonValue value, Repairs repairs)
    {
        var published = value.Get("price"u8).First();
        var ages = Ages.Read(value.Get("ageRestriction"u8, "ageRange"u8), repairs);
        var price = Price(published, repairs);
        var offer = new Offer
        {
            Name = value.Get("name"u8).Line(NormalisingLimits.Name),
            Price = price,
            Currency = price is null ? null : Currency(value.Get("priceCurrency"u8), published),
            Url = value.Get("url"u8).Url(),
            MinAge = ages?.Min,
            MaxAge = ages?.Max,
        };
        return offer is { Name: null, Price: null, Url: null } ? null : offer;
    }

    private static decimal? Price(JsonValue value, Repairs repairs)
    {
        if (value.IsAbsent())
            return null;
        if (Amount(value) is { } price and >= 0 and <= NormalisingLimits.Price)
        {
            if (value.IsString())
                repairs.AddOnce("price-as-text", value.Line(NormalisingLimits.Label)!);
            return price;
        }

        repairs.Add("price-dropped", value.Line(NormalisingLimits.Label) ?? value.ValueKind.ToString());
        return null;
    }

    private static decimal? Amount(JsonValue value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.TryGetDecimal(out var number) ? number : null,
        JsonValueKind.String => Amount(value.Line(NormalisingLimits.Label) ?? ""),
        _ => null,
    };

    /// <summary>"£5.00", "5,00" and "1,200.00"; "Free" is nothing.</summary>
    private static decimal? Amount(string text)
    {
        if (text.Equals("free", StringComparison.OrdinalIgnoreCase))
            return 0;
        text = text.Replace("£", "", StringComparison.Ordinal).Replace("GBP", "", StringComparison.OrdinalIgnoreCase).Trim();
        var comma = text.LastIndexOf(',');
        if (comma >= 0 && comma == text.Length - 3 && !text.Contains('.', StringComparison.Ordinal))
            text = $"{text[..comma].Replace(",", "", StringComparison.Ordinal)}.{text[(comma + 1)..]}";
        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var price) ? price : null;
    }

    /// <summary>A code of three letters; a pound sign in the price says it too.</summary>
    private static string? Currency(JsonValue value, JsonValue price)
    {
        if (value.Line(NormalisingLimits.Label) is { Length: 3 } code && code.All(char.IsAsciiLetter))
            return code.ToUpperInvariant();
        return price.IsString() && price.GetString()!.Contains('£', StringComparison.Ordinal) ? "GBP" : null;
    }
}
