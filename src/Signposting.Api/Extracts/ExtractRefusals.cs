using Signposting.Api.Problems;

namespace Signposting.Api.Extracts;

/// <summary>How months and packages are refused.</summary>
internal static class ExtractRefusals
{
    public static ProblemResult NothingRecorded(Month month) => new(new Problem
    {
        Type = "urn:signposting:problem:nothing-recorded",
        Title = "There is nothing of this month.",
        Status = StatusCodes.Status404NotFound,
        Detail = $"This service had recorded nothing by the end of {month}.",
    });
}
