using Microsoft.AspNetCore.WebUtilities;

namespace Signposting.Api.Problems;

/// <summary>For addresses that take no parameters: one that is sent is refused, not ignored.</summary>
internal static class NoParameters
{
    public static RouteHandlerBuilder TakesNoParameters(this RouteHandlerBuilder endpoint) => endpoint.AddEndpointFilter(async (context, next) =>
    {
        var errors = new ParameterErrors();
        foreach (var pair in new QueryStringEnumerable(context.HttpContext.Request.QueryString.Value))
        {
            var name = pair.DecodeName().ToString();
            errors.Add(name.Length <= 50 ? name : name[..50] + "…", "is not supported here by this version; leave it out");
        }

        return errors.Any ? errors.ToProblem() : await next(context);
    });
}
