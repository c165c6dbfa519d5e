using Signposting.Api.Problems;

namespace Signposting.Api.Extracts;

/// <summary>How months and packages are refused.</summary>
internal static class ExtractRefusals
{
    public static ProblemResult NoPackage() => new(new Problem
    {
        Type = "urn:signposting:problem:no-package",
        Title = "There is no such package.",
        Status = StatusCodes.Status404NotFound,
        Detail = "GET /v1/extracts lists those that there are. An id looks like 2026-10-QWO, or 2026-10-national.",
    });

    public static ProblemResult NoRoom(int retryAfterSeconds) => new(
        new Problem
        {
            Type = "urn:signposting:problem:package-not-made",
            Title = "The package cannot be made at the moment.",
            Status = StatusCodes.Status503ServiceUnavailable,
            Detail = "The folder of packages cannot be written to. The operator of this service finds the reason in its log; what was published is safe.",
        },
        retryAfterSeconds);

    public static ProblemResult NothingRecorded(Month month) => new(new Problem
    {
        Type = "urn:signposting:problem:nothing-recorded",
        Title = "There is nothing of this month.",
        Status = StatusCodes.Status404NotFound,
        Detail = $"This service had recorded nothing by the end of {month}.",
    });
}
