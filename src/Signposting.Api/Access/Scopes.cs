namespace Signposting.Api.Access;

/// <summary>What a credential may open. The names are part of the contract.</summary>
internal static class Scopes
{
    public const string Search = "search";
    public const string Signpost = "signpost";
    public const string UsageRead = "usage:read";
    public const string UsageReadNational = "usage:read-national";
    public const string FeedsAdmin = "feeds:admin";

    public static IReadOnlyList<string> All { get; } = [Search, Signpost, UsageRead, UsageReadNational, FeedsAdmin];

    public static bool IsKnown(string scope) => All.Contains(scope, StringComparer.Ordinal);
}
