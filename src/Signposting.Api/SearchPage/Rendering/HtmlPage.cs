using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Signposting.Api.SearchPage.Rendering;

/// <summary>
/// A page as an answer: renders a component to HTML on the server, once, with nothing of Blazor left in it.
/// </summary>
/// <typeparam name="TPage">A component that begins with <c>Layout/Page</c>.</typeparam>
internal sealed class HtmlPage<TPage>(IDictionary<string, object?>? parameters = null, int status = StatusCodes.Status200OK) : IResult where TPage : IComponent
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var services = httpContext.RequestServices;
        services.GetRequiredService<PageContext>().Http = httpContext;
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<TPage>(parameters is null ? ParameterView.Empty : ParameterView.FromDictionary(parameters));
            using var text = new StringWriter();
            root.WriteHtmlTo(text);
            return text.ToString();
        });
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        // A page answers to a place and conditions, or holds a form of this browser alone.
        response.Headers.CacheControl = "no-store";
        services.GetRequiredService<PageHeaders>().Set(response.Headers);
        await response.WriteAsync(html, Encoding.UTF8, httpContext.RequestAborted);
    }
}
