using System.Text.Json;

namespace Feeds.Harvester.Normalising;

/// <summary>An address as one line, its town, and its postcode apart.</summary>
internal readonly record struct Address(string? Line, string? Locality, string? Postcode);

/// <summary>Reads <c>address</c>: a PostalAddress, or one string.</summary>
internal static class Addresses
{
    internal static Address Read(JsonElement value)
    {
        value = value.First();
        return value.IsObject() ? OfParts(value) : OfLine(Multiline(value));
    }

    private static Address OfLine(string? line)
    {
        if (line is null)
            return default;
        var (address, postcode) = Postcodes.Split(line);
        return new Address(address, null, postcode);
    }

    private static Address OfParts(JsonElement value)
    {
        var locality = value.Get("addressLocality"u8).Line(NormalisingLimits.Name);
        var line = Join(Multiline(value.Get("streetAddress"u8)), locality, value.Get("addressRegion"u8).Line(NormalisingLimits.Name));
        var postcode = value.Get("postalCode"u8).Line(NormalisingLimits.Postcode);
        return new Address(line, locality, postcode is null ? null : Postcodes.Canonical(postcode) ?? postcode);
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
    private static string? Multiline(JsonElement value)
    {
        List<string> lines = [];
        foreach (var entry in value.Each().Take(NormalisingLimits.Labels))
        {
            var text = entry.IsString() ? Html.ToText(entry.GetString()!, NormalisingLimits.Name) : null;
            lines.AddRange(text?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => line.TrimEnd(',')) ?? []);
        }

        return lines.Count == 0 ? null : Text.Line(string.Join(", ", lines), NormalisingLimits.Name);
    }
}
