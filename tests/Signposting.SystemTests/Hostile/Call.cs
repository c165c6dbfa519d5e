using System.Globalization;
using System.Text;

namespace Signposting.SystemTests.Hostile;

/// <summary>A request to the hostile publisher, and the wire to answer on, byte by byte if need be.</summary>
/// <param name="wire">The connection.</param>
/// <param name="target">As in the request line.</param>
/// <param name="origin">Where plain HTTP is spoken.</param>
/// <param name="stopping">The test is over.</param>
internal sealed class Call(Stream wire, string target, string origin, CancellationToken stopping)
{
    private const string PageParameter = "page=";

    /// <summary>Cancelled when the test is over.</summary>
    public CancellationToken Stopping => stopping;

    /// <summary>Scheme, host and port of the publisher without TLS.</summary>
    public string Origin => origin;

    /// <summary>The path without its query.</summary>
    public string Path => target.Split('?')[0];

    /// <summary>The number of the page that is asked for; the first is 0.</summary>
    public int Page => target.IndexOf(PageParameter, StringComparison.Ordinal) is var at and >= 0
        ? int.Parse(target.AsSpan(at + PageParameter.Length), CultureInfo.InvariantCulture) : 0;

    /// <summary>The absolute URL of another page of the same feed.</summary>
    public string PageUrl(int page) => $"{origin}{Path}?{PageParameter}{page}";

    /// <summary>An honest page.</summary>
    public Task<bool> PageAsync(string next, params IEnumerable<string> items) =>
        JsonAsync($$"""{"next":"{{next}}","items":[{{string.Join(',', items)}}],"license":"https://creativecommons.org/licenses/by/4.0/"}""");

    /// <summary>A feed of a single page with these items, and the empty one after it.</summary>
    public Task<bool> FeedAsync(params IEnumerable<string> items) => Page == 0 ? PageAsync(PageUrl(1), items) : PageAsync(PageUrl(Page));

    /// <summary>Status 200 with this body.</summary>
    public Task<bool> JsonAsync(string body) => BodyAsync(Encoding.UTF8.GetBytes(body));

    /// <summary>Status 200 with these bytes and a right length.</summary>
    public async Task<bool> BodyAsync(byte[] body, string headers = "")
    {
        await SendAsync(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n{headers}\r\n"));
        await SendAsync(body);
        return true;
    }

    /// <summary>Status 200 with a body that ends only when the connection does.</summary>
    public async Task<bool> StreamAsync(IEnumerable<byte[]> parts, string headers = "")
    {
        await SendAsync($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n{headers}\r\n");
        foreach (var part in parts)
            await SendAsync(part);
        return false;
    }

    /// <summary>Exactly this, status line and all, and then the connection is closed.</summary>
    public async Task<bool> RawAsync(string answer)
    {
        await SendAsync(answer);
        return false;
    }

    /// <summary>A status without a body.</summary>
    public async Task<bool> StatusAsync(int status, string headers)
    {
        await SendAsync(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} Hostile\r\nContent-Length: 0\r\n{headers}\r\n"));
        return true;
    }

    /// <summary>These characters again and again, one after each pause, until the other side hangs up.</summary>
    public async Task<bool> DripAsync(string head, string drop, TimeSpan pause)
    {
        await SendAsync(head);
        using var drops = new PeriodicTimer(pause);
        do
            await SendAsync(drop);
        while (await drops.WaitForNextTickAsync(stopping));
        return false;
    }

    public ValueTask SendAsync(string text) => SendAsync(Encoding.Latin1.GetBytes(text));

    public ValueTask SendAsync(byte[] bytes) => wire.WriteAsync(bytes, stopping);
}
