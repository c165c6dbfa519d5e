using Microsoft.AspNetCore.Antiforgery;
using Signposting.Api.Problems;

namespace Signposting.Api.SearchPage.Rendering;

/// <summary>Reads a form that one of our pages posted.</summary>
internal static class PostedForm
{
    /// <summary>The field with the antiforgery token.</summary>
    public const string TokenField = "form-token";

    /// <summary>Fields that are looked at; a form of ours has far fewer.</summary>
    private const int MostFields = 200;

    /// <returns>The form, or the page that says why it cannot be taken.</returns>
    public static async Task<(IFormCollection? Form, IResult? Refusal)> ReadAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
            return (null, Refusals.FormNotUsable());
        try
        {
            var form = await http.Request.ReadFormAsync(new() { ValueCountLimit = MostFields, BufferBody = false }, http.RequestAborted);
            return await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http) ? (form, null) : (null, Refusals.FormNotUsable());
        }
        catch (Exception wrong) when (wrong is InvalidDataException or BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest }
            || (wrong is IOException and not BadHttpRequestException && !http.RequestAborted.IsCancellationRequested)) // a multipart body that breaks off
        {
            return (null, Refusals.FormNotUsable());
        }
    }
}
