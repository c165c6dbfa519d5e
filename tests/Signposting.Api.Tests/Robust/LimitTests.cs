using System.Text.RegularExpressions;
using Signposting.Api.Tests.Building;
using Signposting.Api.Tests.Running;

namespace Signposting.Api.Tests.Robust;

/// <summary>Requests that are too large, too slow or no HTTP, on a bare socket.</summary>
public sealed partial class LimitTests(TownService town)
{
    private const string Host = "Host: x\r\nConnection: close\r\n";
    private const string Search = $"/v1/opportunities?{Town.Centre}";

    private readonly TestService _service = town.Service;

    public static TheoryData<string, int> Refused => new()
    {
        { $"GET {Search}&q={new string('a', 20_000)} HTTP/1.1\r\n{Host}\r\n", 414 },
        { $"GET {Search} HTTP/1.1\r\n{Host}X-Long: {new string('a', 40_000)}\r\n\r\n", 431 },
        { $"GET {Search} HTTP/1.1\r\n{Host}{string.Concat(Enumerable.Range(0, 150).Select(i => $"X-{i}: a\r\n"))}\r\n", 431 },
        { $"POST /v1/opportunities/search HTTP/1.1\r\n{Host}Content-Type: application/json\r\nContent-Length: 70000\r\n\r\n{new string(' ', 70_000)}", 413 },
        { $"POST /v1/opportunities/search HTTP/1.1\r\n{Host}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n11170\r\n{new string(' ', 70_000)}\r\n0\r\n\r\n", 413 },
        { $"POST /v1/opportunities/search HTTP/1.1\r\n{Host}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400 },
        { $"POST /v1/opportunities/search HTTP/1.1\r\n{Host}Content-Type: application/json\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n{{}}", 400 },
        { $"GET {Search} HTTP/1.1\r\n{Host} folded: a\r\n\r\n", 400 },
        { $"GET {Search} HTTP/1.1\r\n\r\n", 400 },
        { $"GET {Search}\0 HTTP/1.1\r\n{Host}\r\n", 400 },
        { $"GET {Search} HTTP/9.9\r\n{Host}\r\n", 505 },
        { "nonsense\r\n\r\n", 400 },
        { $"TRACE {Search} HTTP/1.1\r\n{Host}\r\n", 405 },
        { $"DELETE {Search} HTTP/1.1\r\n{Host}\r\n", 405 },
        { $"GET /v1/../../etc/passwd HTTP/1.1\r\n{Host}\r\n", 404 },
    };

    [Theory, MemberData(nameof(Refused))]
    public async Task What_is_no_proper_request_is_refused_without_a_banner_and_the_service_goes_on(string request, int status)
    {
        using var wire = await Wire.OpenAsync(_service.Http.BaseAddress!);

        await wire.SendAsync(request);
        var answer = await wire.ReadAsync();

        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.DoesNotMatch(Banner(), answer);
        await _service.JsonAsync(Search);
    }

    [Fact]
    public async Task Headers_that_never_end_are_cut_off()
    {
        using var wire = await Wire.OpenAsync(_service.Http.BaseAddress!);

        await wire.SendAsync($"GET {Search} HTTP/1.1\r\nHost: x\r\nX-Slow: ");

        Assert.StartsWith("HTTP/1.1 408 ", await wire.ReadAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x\tSet-Cookie: a=b")]
    [InlineData("00000000-0000-0000-0000-000000000000, a")]
    [InlineData("{00000000-0000-0000-0000-000000000000}")]
    [InlineData("Jane Doe")]
    public async Task A_correlation_id_that_is_no_guid_is_not_repeated(string sent)
    {
        using var wire = await Wire.OpenAsync(_service.Http.BaseAddress!);

        await wire.SendAsync($"GET /health/live HTTP/1.1\r\n{Host}X-Correlation-ID: {sent}\r\n\r\n");
        var answer = await wire.ReadAsync();

        Assert.StartsWith("HTTP/1.1 200 ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain(sent, answer, StringComparison.Ordinal);
        Assert.Matches("X-Correlation-ID: [0-9a-f-]{36}\r\n", answer);
    }

    [GeneratedRegex("^(Server|X-Powered-By):", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Banner();
}
