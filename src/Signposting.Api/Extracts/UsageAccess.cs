using Signposting.Api.Access;
using Signposting.Api.Problems;

namespace Signposting.Api.Extracts;

/// <summary>Whose usage a caller may read: its own board's, or with a scope of its own all boards' together. No other board's.</summary>
internal static class UsageAccess
{
    /// <param name="icb">The board; null: national.</param>
    /// <returns>Null: it may.</returns>
    public static ProblemResult? Decide(Caller caller, Whose asked, out string? icb)
    {
        icb = null;
        var (own, all) = (caller.Scopes.Contains(Scopes.UsageRead), caller.Scopes.Contains(Scopes.UsageReadNational));
        if (asked is Whose.All || (asked is Whose.NotSaid && !own))
            return all ? null : AccessRefusals.Forbidden(Scopes.UsageReadNational);
        if (!own)
            return AccessRefusals.Forbidden(Scopes.UsageRead);
        if (caller.Icb is not { } board)
            return Refuse("no-board", "The credential is of no Integrated Care Board.", "It may read the usage of its own board, but does not say which that is. The operator of this service makes keys with a board (keys add --icb), an issuer of tokens states it as icb.");
        if (asked is Whose.Board named && named.Icb != board)
            return Refuse("another-board", "The credential is of another Integrated Care Board.", $"It opens the usage of {board}. Leave icb out.");
        icb = board;
        return null;
    }

    private static ProblemResult Refuse(string code, string title, string detail) => new(new Problem
    {
        Type = $"urn:signposting:problem:{code}",
        Title = title,
        Status = StatusCodes.Status403Forbidden,
        Detail = detail,
    });
}
