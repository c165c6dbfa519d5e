using Microsoft.AspNetCore.Mvc;
using Signposting.Api.Problems;

namespace Signposting.Api.Contract;

/// <summary>Notes for the contract how an operation refuses, and when.</summary>
internal static class Refusing
{
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder operation, int status, string when) =>
        operation.WithMetadata(new ProducesResponseTypeAttribute(typeof(Problem), status, Problem.ContentType) { Description = when });

    /// <summary>What every address that takes a body may answer.</summary>
    public static RouteHandlerBuilder RefusesBody(this RouteHandlerBuilder operation) => operation
        .AddEndpointFilter(static (call, next) => call.HttpContext.Request.HasJsonContentType() ? next(call) : ValueTask.FromResult<object?>(Refusals.ForStatus(StatusCodes.Status415UnsupportedMediaType)))
        .Refuses(413, "The body is larger than 64 KB.")
        .Refuses(415, "Content-Type is not application/json.");
}
