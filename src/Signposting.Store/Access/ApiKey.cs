namespace Signposting.Store.Access;

/// <summary>A key that a client calls the API with. The key itself is not kept; it cannot be found out from this.</summary>
public sealed record ApiKey
{
    /// <summary>The part of the key that names it; no secret.</summary>
    public required string Id { get; init; }

    /// <summary>SHA-256 of the whole key.</summary>
    public required ReadOnlyMemory<byte> Hash { get; init; }

    /// <summary>Who has it, in the operator's words; usage is counted under this name.</summary>
    public required string Client { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>ODS code of the client's Integrated Care Board (<c>QWO</c>).</summary>
    public string? Icb { get; init; }

    /// <summary>ODS code of the client's organisation (<c>A81001</c>).</summary>
    public string? Ods { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when it opens nothing; null: it does.</summary>
    public DateTimeOffset? RevokedAt { get; init; }
}
