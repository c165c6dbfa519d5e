using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Signposting.Api.Opportunities;

/// <summary>In what form a search is answered.</summary>
internal enum AnswerFormat
{
    Json,
    GeoJson,
    Csv,
}

/// <summary>Chooses the form by <c>Accept</c> (RFC 9110, 12.5.1).</summary>
internal static class AnswerFormats
{
    public const string Json = "application/json";
    public const string GeoJson = "application/geo+json";
    public const string Csv = "text/csv";

    private static readonly string[] Offered = [Json, GeoJson, Csv];

    /// <summary>For a sentence.</summary>
    public static string InWords { get; } = string.Join(", ", Offered);

    /// <summary>The form with the highest quality; of equal ones the one that is named most closely, then JSON. Null: none is acceptable.</summary>
    public static AnswerFormat? Choose(HttpRequest request)
    {
        var sent = request.Headers.Accept;
        if (StringValues.IsNullOrEmpty(sent))
            return AnswerFormat.Json;
        if (!MediaTypeHeaderValue.TryParseList(sent!, out var accepted))
            return null;
        var best = (Format: (AnswerFormat?)null, Quality: 0.0, Closeness: 0);
        for (var i = 0; i < Offered.Length; i++)
        {
            var (quality, closeness) = Wanted(Offered[i], accepted);
            if (quality > best.Quality || (quality > 0 && quality == best.Quality && closeness > best.Closeness))
                best = ((AnswerFormat)i, quality, closeness);
        }

        return best.Format;
    }

    // The range that names a type most closely decides on it, whatever the others say.
    private static (double Quality, int Closeness) Wanted(string offered, IList<MediaTypeHeaderValue> accepted) => accepted
        .Select(range => (Quality: range.Quality ?? 1, Closeness: ClosenessOf(range, offered)))
        .Where(range => range.Closeness > 0)
        .OrderByDescending(range => range.Closeness).ThenByDescending(range => range.Quality)
        .FirstOrDefault();

    private static int ClosenessOf(MediaTypeHeaderValue range, string offered)
    {
        var slash = offered.IndexOf('/', StringComparison.Ordinal);
        if (range.MatchesAllTypes)
            return 1;
        if (!range.Type.Equals(offered[..slash], StringComparison.OrdinalIgnoreCase))
            return 0;
        return range.MatchesAllSubTypes ? 2 : range.SubType.Equals(offered[(slash + 1)..], StringComparison.OrdinalIgnoreCase) ? 3 : 0;
    }
}
