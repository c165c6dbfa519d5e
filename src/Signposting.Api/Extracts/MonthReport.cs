using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Signposting.Usage.Tables;

namespace Signposting.Api.Extracts;

/// <summary>What a month publishes for a board, or nationally: kept in the store as it was made, so that it is the same each time.</summary>
internal sealed record MonthReport
{
    public required string Month { get; init; }

    /// <summary>ODS code; null: national.</summary>
    public string? Icb { get; init; }

    /// <summary>Editions of the areas in words; empty: no area was known.</summary>
    public required string Vintage { get; init; }

    /// <summary>How disclosure was controlled.</summary>
    public required string Rule { get; init; }

    public bool? Demo { get; init; }

    /// <summary>The fixed tables, by name.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<ReportRow>> Tables { get; init; }

    /// <summary>Late events of earlier months, by month.</summary>
    public IReadOnlyList<ReportRow> Adjustments { get; init; } = [];

    /// <summary>When supply and quality were read: opportunities are what is offered then.</summary>
    public DateTimeOffset? OfferedAt { get; init; }

    /// <summary>Suitable opportunities by area and condition.</summary>
    public IReadOnlyList<OfferRow> SupplyByCondition { get; init; } = [];

    /// <summary>Opportunities by area and activity.</summary>
    public IReadOnlyList<OfferRow> SupplyByActivity { get; init; } = [];

    /// <summary>What each publisher states.</summary>
    public IReadOnlyList<OfferRow> Quality { get; init; } = [];

    /// <summary>What each publisher leaves out.</summary>
    public IReadOnlyList<OfferRow> Gaps { get; init; } = [];

    /// <summary>The month is not over: made of what there was by then, and published nowhere.</summary>
    public bool? InProgress { get; init; }

    /// <summary>SHA-256 of the document that is kept; null: none is.</summary>
    [JsonIgnore]
    public string? Digest { get; init; }

    public byte[] ToContent()
    {
        using var content = new MemoryStream();
        using (var packed = new BrotliStream(content, CompressionLevel.Optimal, leaveOpen: true))
            JsonSerializer.Serialize(packed, this, ReportJson.Default.MonthReport);
        return content.ToArray();
    }

    public static MonthReport FromContent(byte[] content)
    {
        using var packed = new BrotliStream(new MemoryStream(content), CompressionMode.Decompress);
        return JsonSerializer.Deserialize(packed, ReportJson.Default.MonthReport)! with { Digest = DigestOf(content) };
    }

    public static string DigestOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}

/// <summary>A row of a report.</summary>
/// <param name="Key">Its dimensions.</param>
/// <param name="Figures">Contacts, searches, signposts: a number, <c>*</c>, or nothing.</param>
internal sealed record ReportRow(IReadOnlyList<string> Key, IReadOnlyList<string> Figures)
{
    public static ReportRow Of(IReadOnlyList<string> key, params IEnumerable<Figure> figures) => new(key, [.. figures.Select(figure => figure.ToString())]);
}

/// <summary>A row about opportunities: about no person, and exact.</summary>
/// <param name="Figures">In the order of the columns. Null: <c>*</c>. The last ones may be missing: they are not shown.</param>
internal sealed record OfferRow(IReadOnlyList<string> Key, IReadOnlyList<double?> Figures);

/// <summary>How reports are kept.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(MonthReport))]
internal sealed partial class ReportJson : JsonSerializerContext;
