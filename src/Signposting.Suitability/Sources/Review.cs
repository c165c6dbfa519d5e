namespace Signposting.Suitability.Sources;

/// <summary>Whether somebody with clinical responsibility has signed the rules.</summary>
public sealed record Review
{
    /// <summary>Nobody has.</summary>
    public static Review Draft { get; } = new() { IsReviewed = false };

    public required bool IsReviewed { get; init; }

    /// <summary>The role that signed, such as "Clinical Safety Officer"; null for a draft.</summary>
    public string? Role { get; init; }

    /// <summary>When it signed; null for a draft.</summary>
    public DateOnly? Date { get; init; }

    /// <summary><c>draft</c> or <c>reviewed</c>.</summary>
    public string Status => IsReviewed ? "reviewed" : "draft";
}
