using Feeds.Harvester.Json;

namespace Feeds.Harvester.Normalising;

/// <summary>An address as one line, its town, and its postcode apart; whether it names a country that is not ours.</summary>
internal readonly record struct Address(string? Line, string? Locality, string? Postcode, bool IsAbroad = false);

/// <summary>Reads <c>address</c>: a PostalAddress, or one string.</summary>
internal static class Addresses
{
    private static readonly string[] Here =
    [
        "gb", "uk", "gbr", "im", "united kingdom", "great britain", "england", "scotland", "wales", "northern ireland", "isle of man",
    ];

    internal static Address Read(JsonValue value, Repairs repairs)
    {
        value = value.First();
        return value.IsObject() ? OfParts(value, repairs) : OfLine(Multiline(value), repairs);
    }

    private static Address OfLine(string? line, Repairs repairs)
    {
        if (line is null)
            return default;
        repairs.AddOnce("address-as-text", line);
        var (address, postcode) = Postcodes.Split(line);
        return new Address(address, null, postcode);
    }

    private static Address OfParts(JsonValue value, Repairs repairs)
    {
        var locality = value.Get(Property.AddressLocality).Line(NormalisingLimits.Name);
        var line = Join(Multiline(value.Get(Property.StreetAddress)), locality, value.Get(Property.AddressRegion).Line(NormalisingLimits.Name));
        var postcode = value.Get(Property.PostalCode).Line(NormalisingLimits.Postcode);
        if (postcode is null && line is not null && Postcodes.Split(line) is (var rest, { } found))
        {
            repairs.AddOnce("postcode-from-address", found);
            (line, postcode) = (rest, found);
        }

        return new Address(line, locality, postcode is null ? null : Postcodes.Canonical(postcode) ?? postcode, IsAbroad(value.Get(Property.AddressCountry)));
    }

    /// <summary>A code or a name, or an object that has it; not stated is ours.</summary>
    private static bool IsAbroad(JsonValue country)
    {
        country = country.First();
        if (country.IsObject())
            country = country.Get(Property.Identifier, Property.Name);
        return country.Line(NormalisingLimits.Label) is { } text && !Here.Contains(text.ToLowerInvariant());
    }

    private static string? Join(params ReadOnlySpan<string?> parts)
    {
        string? line = null;
        foreach (var part in parts)
        {
            if (part is not null && line?.EndsWith(part, StringComparison.OrdinalIgnoreCase) != true)
                line = line is null ? part : $"{line}, {part}";
        }

        return line is null ? null : Text.Line(line, NormalisingLimits.Name);
    }

    /// <summary>The lines of a string, or the strings of an array, in one.</summary>
    private static string? Multiline(JsonValue value)
    {
        string? all = null;
        var count = 0;
        foreach (var entry in value.Each())
        {
            if (count++ == NormalisingLimits.Labels)
                break;
            if (entry.IsString() && Html.ToText(entry.GetString()!, NormalisingLimits.Name) is { } text)
                all = text.Contains('\n', StringComparison.Ordinal) ? AddLines(all, text) : Add(all, text);
        }

        return all is null ? null : Text.Line(all, NormalisingLimits.Name);
    }

    private static string? AddLines(string? all, string text)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            all = Add(all, line);
        return all;
    }

    private static string Add(string? all, string line) => all is null ? line.TrimEnd(',') : $"{all}, {line.TrimEnd(',')}";
}
