using Signposting.Api.Problems;
using Signposting.Store.Hiding;

namespace Signposting.Api.Feeds;

/// <summary>How hiding is refused.</summary>
internal static class FeedRefusals
{
    /// <summary>A slip of the pen must not leave an operator in the belief that something is hidden.</summary>
    public static ProblemResult NotKnown(HiddenKind kind)
    {
        var (member, fix) = kind switch
        {
            HiddenKind.Feed => ("feed", "No feed has this URL; take it from GET /v1/feeds as it stands."),
            HiddenKind.Organizer => ("organizer", "No record names an organiser like this; take organizer.name from an answer as it stands (case and repeated blanks do not count), or hide single opportunities by their ids."),
            _ => ("opportunity", "No feed ever had an opportunity with this id; take it from an answer as it stands."),
        };
        return new(new Problem
        {
            Type = "urn:signposting:problem:nothing-to-hide",
            Title = "There is nothing like that to hide.",
            Status = StatusCodes.Status404NotFound,
            Detail = $"{fix} Nothing was hidden.",
            Errors = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [member] = [fix] },
        });
    }

    public static ProblemResult NotHidden() => new(new Problem
    {
        Type = "urn:signposting:problem:not-hidden",
        Title = "It is not hidden.",
        Status = StatusCodes.Status404NotFound,
        Detail = "GET /v1/feeds/hidden lists what is. Nothing was changed.",
    });
}
