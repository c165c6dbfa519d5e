using System.Globalization;
using System.Text.Json;
using Feeds.Harvester.Json;
using Signposting.Store.Opportunities;

namespace Feeds.Harvester.Normalising;

/// <summary>Reads <c>offers</c>: one or several; two with one <c>@id</c> are two.</summary>
internal sealed class Offers(Repeated repeated)
{
    private const int LongestSaid = 1_024;

    /// <summary>At most twenty; null when none says anything.</summary>
    internal IReadOnlyList<Offer>? Read(JsonValue value, Repairs repairs)
    {
        if (value.Tokens is null)
            return null;
        Span<byte> room = stackalloc byte[LongestSaid];
        if (!TrySay(value, room, out var length))
            return ReadAll(value, repairs);
        var said = room[..length];
        if (repeated.Offers.TryGet(said, out var offers, out var hash))
            return offers;
        var needed = new Repairs();
        offers = ReadAll(value, needed);
        if (!needed.IsEmpty)
            return ReadAll(value, repairs);
        repeated.Offers.Keep(said, hash, offers);
        return offers;
    }

    /// <summary>All that is read of them, as published, which tells them apart from all that say anything else. No JSON value holds a zero byte.</summary>
    private static bool TrySay(JsonValue value, Span<byte> room, out int length)
    {
        length = 0;
        foreach (var entry in value.Each())
        {
            if (!entry.IsObject())
                continue;
            for (var members = new JsonMembers(entry); members.MoveNext();)
            {
                if (!IsRead(members.Name))
                    continue;
                var raw = members.Value.Raw;
                if (raw.Length > room.Length - length - 3)
                    return false;
                room[length++] = (byte)members.Name;
                raw.CopyTo(room[length..]);
                length += raw.Length;
                room[length++] = 0;
            }

            if (length == room.Length)
                return false;
            room[length++] = (byte)Property.None;
        }

        return true;
    }

    private static bool IsRead(Property property) => property
        is Property.Price or Property.AgeRestriction or Property.AgeRange or Property.Name or Property.PriceCurrency or Property.Url;

    private static List<Offer>? ReadAll(JsonValue value, Repairs repairs)
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
        var published = value.Get(Property.Price).First();
        var ages = Ages.Read(value.Get(Property.AgeRestriction, Property.AgeRange), repairs);
        var price = Price(published, repairs);
        var offer = new Offer
        {
            Name = value.Get(Property.Name).Line(NormalisingLimits.Name),
            Price = price,
            Currency = price is null ? null : Currency(value.Get(Property.PriceCurrency), published),
            Url = value.Get(Property.Url).Url(),
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
