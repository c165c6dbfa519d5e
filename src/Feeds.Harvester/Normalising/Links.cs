using System.Buffers;
using Feeds.Harvester.Json;

namespace Feeds.Harvester.Normalising;

/// <summary>What a person may click on, write to or ring: only what has the form of it.</summary>
internal static class Links
{
    /// <summary>Blanks, control characters, and what never stands in a URL.</summary>
    private static readonly SearchValues<char> NotInUrls = SearchValues.Create(
        [.. Enumerable.Range(0, 0x21).Concat(Enumerable.Range(0x7F, 0x21)).Select(code => (char)code), '<', '>', '"', '\\', '`']);

    private static readonly SearchValues<char> NotInMails = SearchValues.Create(" ,;:()<>[]\"\\/");

    /// <summary>An absolute http or https URL as published; from a string, an object with <c>url</c>, or the first of an array. Null for all else.</summary>
    internal static string? Url(this JsonValue value)
    {
        value = value.First();
        if (value.IsObject())
            value = value.Get(Property.Url).First();
        return value.IsString() ? Url(value.GetString()!.Trim()) : null;
    }

    internal static string? Url(string text)
    {
        var host = text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8
            : text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7
            : -1;
        if (host < 0 || text.Length == host || text.Length > NormalisingLimits.Url)
            return null;
        if (text.AsSpan().ContainsAny(NotInUrls))
            return null;
        var authority = text.AsSpan(host);
        var end = authority.IndexOfAny('/', '?', '#');
        authority = end < 0 ? authority : authority[..end];
        return authority.IsEmpty || authority.Contains('@') || !char.IsLetterOrDigit(authority[0]) && authority[0] != '[' ? null : text;
    }

    internal static string? Email(this JsonValue value)
    {
        if (value.Line(NormalisingLimits.Email + 1) is not { } text)
            return null;
        if (text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            text = text[7..];
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var dot = text.LastIndexOf('.');
        var isMail = text.Length <= NormalisingLimits.Email && at > 0 && at == text.LastIndexOf('@') && dot > at + 1 && dot < text.Length - 1
            && !text.AsSpan().ContainsAny(NotInMails);
        return isMail ? text : null;
    }

    /// <summary>A telephone number as published; at least five digits.</summary>
    internal static string? Telephone(this JsonValue value)
    {
        if (value.Line(NormalisingLimits.Telephone) is not { } text)
            return null;
        if (text.StartsWith("tel:", StringComparison.OrdinalIgnoreCase))
            text = text[4..];
        return text.Count(char.IsAsciiDigit) >= 5 ? text : null;
    }
}
