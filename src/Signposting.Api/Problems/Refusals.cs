namespace Signposting.Api.Problems;

/// <summary>Every problem that the service answers on purpose; each has a stable <c>type</c>.</summary>
internal static class Refusals
{
    public static ProblemResult InvalidParameters(IReadOnlyDictionary<string, IReadOnlyList<string>> errors) => new(new Problem
    {
        Type = Name("invalid-parameters"),
        Title = "The request cannot be understood.",
        Status = StatusCodes.Status400BadRequest,
        Detail = "Nothing was done: an ignored parameter would be a wrong answer. See errors for each parameter and its fix.",
        Errors = errors,
    });

    public static ProblemResult InvalidParameter(string parameter, string fix) =>
        InvalidParameters(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [parameter] = [fix] });

    public static ProblemResult PostcodeUnknown(string detail) => new(new Problem
    {
        Type = Name("postcode-unknown"),
        Title = "The postcode is not known.",
        Status = StatusCodes.Status404NotFound,
        Detail = detail,
        Errors = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["postcode"] = [detail] },
    });

    public static ProblemResult PostcodesUnavailable(string detail, int retryAfterSeconds) => new(
        new Problem
        {
            Type = Name("postcodes-unavailable"),
            Title = "Postcodes cannot be looked up at the moment.",
            Status = StatusCodes.Status503ServiceUnavailable,
            Detail = detail,
            Errors = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["postcode"] = [detail] },
        },
        retryAfterSeconds);

    public static ProblemResult StoreUnavailable(string detail, int retryAfterSeconds) => new(
        new Problem
        {
            Type = Name("store-unavailable"),
            Title = "The store cannot be read at the moment.",
            Status = StatusCodes.Status503ServiceUnavailable,
            Detail = detail,
        },
        retryAfterSeconds);

    public static ProblemResult NotReady(string part, string reason, int retryAfterSeconds) => new(
        new Problem
        {
            Type = Name("not-ready"),
            Title = "The service cannot do its work at the moment.",
            Status = StatusCodes.Status503ServiceUnavailable,
            Errors = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [part] = [reason] },
        },
        retryAfterSeconds);

    public static ProblemResult OpportunityUnknown() => new(new Problem
    {
        Type = Name("opportunity-unknown"),
        Title = "There is no opportunity with this id.",
        Status = StatusCodes.Status404NotFound,
        Detail = "No feed that this service has read ever had it. An id looks like op_ and sixteen letters or digits.",
    });

    public static ProblemResult NotAcceptable(string offered) => new(new Problem
    {
        Type = Name("not-acceptable"),
        Title = "There is no answer in a form that the request accepts.",
        Status = StatusCodes.Status406NotAcceptable,
        Detail = $"Send Accept with one of {offered}, or leave it out.",
    });

    public static ProblemResult ConditionUnknown(string detail) => new(new Problem
    {
        Type = Name("condition-unknown"),
        Title = "This service does not know the condition.",
        Status = StatusCodes.Status404NotFound,
        Detail = detail,
    });

    public static ProblemResult ActivityUnknown() => new(new Problem
    {
        Type = Name("activity-unknown"),
        Title = "There is no such activity.",
        Status = StatusCodes.Status404NotFound,
        Detail = "It is not in the activity list. GET /v1/activities has them all: send the part of an id behind its #, or a notation such as tai_chi.",
    });

    public static ProblemResult OpportunityWithdrawn() => new(new Problem
    {
        Type = Name("opportunity-withdrawn"),
        Title = "The publisher has withdrawn this opportunity.",
        Status = StatusCodes.Status410Gone,
        Detail = "It was published once and is no longer. Do not signpost anybody to it.",
    });

    public static ProblemResult OpportunityHidden() => new(new Problem
    {
        Type = Name("opportunity-hidden"),
        Title = "The operator of this service has hidden this opportunity.",
        Status = StatusCodes.Status410Gone,
        Detail = "Do not signpost anybody to it.",
    });

    public static ProblemResult FormNotUsable() => new(new Problem
    {
        Type = Name("form-not-usable"),
        Title = "The form could not be used.",
        Status = StatusCodes.Status400BadRequest,
        Detail = "It was open for too long, your browser refuses cookies, or it did not come from a page of this service. Go back, reload the page, and send it again.",
    });

    public static ProblemResult Internal() => new(new Problem
    {
        Type = Name("internal"),
        Title = "Something went wrong inside the service.",
        Status = StatusCodes.Status500InternalServerError,
        Detail = "It has been logged under the correlation id of this answer.",
    });

    /// <summary>For what the server itself refuses: no such path, a method that a path does not have, a body too large.</summary>
    public static ProblemResult ForStatus(int status) => new(new Problem
    {
        Type = "about:blank",
        Title = status switch
        {
            StatusCodes.Status404NotFound => "There is nothing at this address.",
            StatusCodes.Status405MethodNotAllowed => "This address does not answer this method.",
            StatusCodes.Status413PayloadTooLarge => "The request is too large.",
            StatusCodes.Status415UnsupportedMediaType => "The body must be application/json.",
            _ => "The request cannot be answered.",
        },
        Status = status,
        Detail = status == StatusCodes.Status404NotFound ? "The contract is at /openapi/signposting.v1.yaml, a readable form of it at /swagger." : null,
    });

    private static string Name(string code) => $"urn:signposting:problem:{code}";
}
