using System.Net;
using System.Text;
using Signposting.Api.Tests.Building;
using Signposting.Api.Tests.Running;

namespace Signposting.Api.Tests.Problems;

public sealed class ProblemTests(TownService town)
{
    private readonly TestService _service = town.Service;

    [Fact]
    public async Task An_address_that_does_not_exist_is_a_problem_document_that_shows_the_way()
    {
        var problem = await _service.JsonAsync("/v2/anything", HttpStatusCode.NotFound);

        Assert.Equal(404, (int)problem["status"]!);
        Assert.Contains("/openapi/", (string)problem["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_method_that_an_address_does_not_have_is_a_problem_document()
    {
        using var body = new StringContent("{}", Encoding.UTF8, "application/json");
        using var response = await _service.Http.PostAsync(new Uri("/v1/feeds", UriKind.Relative), body, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_correlation_id_that_is_a_guid_is_echoed()
    {
        const string Sent = "0d5a0f3e-6d0f-4c8b-8d0e-0c2f6a3b1c55";

        Assert.Equal(Sent, await CorrelationAsync(Sent));
    }

    [Theory]
    [InlineData("NHS-943-476-5919")]
    [InlineData("{0d5a0f3e-6d0f-4c8b-8d0e-0c2f6a3b1c55}")]
    [InlineData(null)]
    public async Task Any_other_correlation_id_is_replaced_by_a_new_one(string? sent)
    {
        var answered = await CorrelationAsync(sent);

        Assert.NotEqual(sent, answered);
        Assert.True(Guid.TryParseExact(answered, "D", out _));
    }

    [Fact]
    public async Task A_problem_document_names_the_correlation_id_of_its_answer()
    {
        using var response = await _service.GetAsync("/v1/opportunities");

        var id = Assert.Single(response.Headers.GetValues("X-Correlation-ID"));
        Assert.Contains(id, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/nope")]
    public async Task The_server_does_not_say_what_it_is(string path)
    {
        using var response = await _service.GetAsync(path);

        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task The_start_page_is_html_that_loads_nothing_from_elsewhere()
    {
        using var response = await _service.GetAsync("/");

        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("/swagger", html, StringComparison.Ordinal);
        Assert.Contains("/feeds", html, StringComparison.Ordinal);
        Assert.DoesNotContain("://", html, StringComparison.Ordinal);
        Assert.DoesNotContain("made up", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_with_garbage_in_it_is_refused_and_never_an_error_of_the_service()
    {
        foreach (var query in (string[])["%", "%ff=%fe", "=", "&&&", "a=b=c", "postcode=%00", "lat=%F0%9F%98%80&lon=1", new string('x', 4000)])
        {
            using var response = await _service.GetAsync($"/v1/opportunities?{query}");
            Assert.True(response.StatusCode == HttpStatusCode.BadRequest, $"{query}: {response.StatusCode}");
        }
    }

    private async Task<string> CorrelationAsync(string? sent)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/opportunities?{Town.Centre}");
        if (sent is not null)
            request.Headers.TryAddWithoutValidation("X-Correlation-ID", sent);
        using var response = await _service.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return Assert.Single(response.Headers.GetValues("X-Correlation-ID"));
    }
}
