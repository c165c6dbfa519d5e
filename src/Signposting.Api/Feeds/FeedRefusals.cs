using Signposting.Api.Problems;
using Signposting.Store.Hiding;

namespace Signposting.Api.Feeds;

/// <summary>How hiding is refused.</summary>
internal static class FeedRefusals
{
    /// <summary>A slip of the pen must not leave an operator in the belief that something is hidden.</summary>
    public static ProblemResult NotKnown(HiddenKind kind) => new(new Problem
    {
        Type = "urn:signposting:problem:nothing-to-hide",
        Title = "There is nothing like that to hide.",
        Status = StatusCodes.Status404NotFound,
        Detail = kind == HiddenKind.Feed
            ? "No feed has this URL; take it from GET /v1/feeds as it stands. Nothing was hidden."
            : "No feed ever had an opportunity with this id. Nothing was hidden.",
    });

    public static ProblemResult NotHidden() => new(new Problem
    {
        Type = "urn:signposting:problem:not-hidden",
        Title = "It is not hidden.",
        Status = StatusCodes.Status404NotFound,
        Detail = "GET /v1/feeds/hidden lists what is. Nothing was changed.",
    });
}
