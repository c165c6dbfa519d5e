using Microsoft.AspNetCore.Mvc;
using Signposting.Api.Problems;

namespace Signposting.Api.Contract;

/// <summary>Notes for the contract how an operation refuses, and when.</summary>
internal static class Refusing
{
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder operation, int status, string when) =>
        operation.WithMetadata(new ProducesResponseTypeAttribute(typeof(Problem), status, Problem.ContentType) { Description = when });
}
