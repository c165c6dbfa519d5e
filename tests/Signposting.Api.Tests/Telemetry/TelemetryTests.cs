using System.Net;
using System.Text;
using Feeds.Harvester.Settings;
using Signposting.Api.Tests.Building;
using Signposting.Api.Tests.Running;
using Signposting.Store.Feeds;
using Signposting.Store.Harvest;

namespace Signposting.Api.Tests.Telemetry;

public sealed class TelemetryTests
{
    /// <summary>None of these may appear anywhere: a name, an NHS number, a postcode, coordinates, each where a caller could put it.</summary>
    private static readonly string[] Canaries = ["Canarius", "9434765919", "ZZ9", "53.123456", "CANARY"];

    [Fact]
    public async Task Requests_are_counted_by_route_and_status_and_never_by_what_was_asked()
    {
        await using var service = await TestService.StartAsync();
        await SendCanariesAsync(service);

        var metrics = await MetricsAsync(service);

        Assert.Contains("# TYPE http_server_request_duration_seconds histogram", metrics, StringComparison.Ordinal);
        Assert.Contains("http_server_request_duration_seconds_count{http_request_method=\"GET\",http_route=\"/v1/opportunities/{id}\",http_response_status_code=\"404\"}", metrics, StringComparison.Ordinal);
        Assert.Contains("http_route=\"unmatched\"", metrics, StringComparison.Ordinal);
        Assert.Contains("http_request_method=\"_OTHER\"", metrics, StringComparison.Ordinal);
        Assert.Contains("signposting_store_duration_seconds_bucket{operation=\"Search\",outcome=\"ok\",le=\"0.005\"}", metrics, StringComparison.Ordinal);
        Assert.Contains("dotnet_process_memory_working_set_bytes", metrics, StringComparison.Ordinal);
        NoCanaryIn(metrics);
        NoCanaryIn(service.Log.All);
    }

    [Fact]
    public async Task Feeds_show_their_lag_and_what_they_had_rejected()
    {
        await using var service = await TestService.StartAsync();
        var publisher = await Publisher.RegisterAsync(service.Store);
        var rejected = new ItemChange { Id = "1", Modified = 1, Kind = ChangeKind.Rejected, Rejection = new Rejection("no-location", "no place"), ContentHash = 1 };
        await publisher.CommitAsync([rejected, Town.TaiChi.ToItem()]);
        await service.Store.CountFeedAsync(publisher.FeedId, TestContext.Current.CancellationToken);
        await service.Store.ReportFeedAsync(publisher.FeedId, new FeedReport { State = FeedState.Waiting, Reached = true }, TestContext.Current.CancellationToken);
        service.Time.Move(TimeSpan.FromSeconds(90));

        var metrics = await MetricsAsync(service);

        Assert.Contains("signposting_feed_lag_seconds{feed=\"https://leisure.test/feed\"} 90\n", metrics, StringComparison.Ordinal);
        Assert.Contains("signposting_feed_items{feed=\"https://leisure.test/feed\"} 1\n", metrics, StringComparison.Ordinal);
        Assert.Contains("signposting_feed_rejected{feed=\"https://leisure.test/feed\",reason=\"no-location\"} 1\n", metrics, StringComparison.Ordinal);
        Assert.Contains("signposting_feeds{state=\"waiting\"} 1\n", metrics, StringComparison.Ordinal);
        Assert.Contains("signposting_feeds{state=\"error\"} 0\n", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_and_traces_go_to_the_collector_and_the_callers_trace_goes_on_without_its_words()
    {
        await using var collector = await OtlpCollector.StartAsync();
        const string TraceId = "0af7651916cd43dd8448eb211c80319c";
        await using (var service = await TestService.StartAsync("--Telemetry:Otlp", collector.Address))
        {
            await SendCanariesAsync(service, $"00-{TraceId}-b7ad6b7169203331-01");
        }

        var (traces, metrics) = (collector.Received("/v1/traces"), collector.Received("/v1/metrics"));
        Assert.Contains("GET /v1/opportunities/{id}", traces, StringComparison.Ordinal);
        Assert.Contains(Encoding.Latin1.GetString(Convert.FromHexString(TraceId)), traces, StringComparison.Ordinal);
        Assert.Contains("Search", traces, StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", metrics, StringComparison.Ordinal);
        Assert.Contains("signposting.store.duration", metrics, StringComparison.Ordinal);
        NoCanaryIn(traces);
        NoCanaryIn(metrics);
    }

    [Fact]
    public async Task A_line_of_the_log_names_the_route_and_nothing_of_the_request()
    {
        await using var service = await TestService.StartAsync();
        using var response = await service.GetAsync($"/v1/opportunities?{Town.Centre}");

        Assert.Contains("GET /v1/opportunities/ answered 200", service.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain("53.8", service.Log.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Telemetry:Otlp", "collector:4318", "Telemetry:Otlp: 'collector:4318'")]
    [InlineData("Telemetry:Logs", "xml", "Telemetry:Logs: 'xml'")]
    [InlineData("Telemetry:Log", "json", "Telemetry:Log: there is no such setting")]
    public async Task A_wrong_setting_is_a_sentence_that_names_its_key(string key, string value, string sentence)
    {
        var wrong = await Assert.ThrowsAsync<SettingsException>(() => TestService.StartAsync($"--{key}", value));

        Assert.Contains(sentence, wrong.Message, StringComparison.Ordinal);
    }

    private static async Task SendCanariesAsync(TestService service, string? traceParent = null)
    {
        (string Method, string Path)[] requests =
        [
            ("GET", "/v1/opportunities?lat=53.123456&lon=-1.5&activity=Canarius"), ("GET", "/v1/opportunities?lat=53.123456&lon=-1.5"), ("GET", "/v1/opportunities?postcode=ZZ9%209ZZ"),
            ("GET", "/v1/opportunities/9434765919"), ("GET", "/Canarius/9434765919"), ("POST", "/v1/opportunities?q=Canarius"), ("CANARY", "/v1/feeds"),
        ];
        foreach (var (method, path) in requests)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            request.Headers.Add("User-Agent", "Canarius/1.0");
            request.Headers.Add("X-Correlation-ID", "9434765919");
            request.Headers.Add("tracestate", "patient=Canarius");
            request.Headers.Add("baggage", "patient=Canarius");
            request.Headers.TryAddWithoutValidation("X-Forwarded-For", "Canarius");
            if (traceParent is not null)
                request.Headers.Add("traceparent", traceParent);
            using var response = await service.Http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.NotEqual(HttpStatusCode.InternalServerError, response.StatusCode);
        }
    }

    private static async Task<string> MetricsAsync(TestService service)
    {
        using var response = await service.GetAsync("/metrics");
        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static void NoCanaryIn(string text) => Assert.All(Canaries, canary => Assert.DoesNotContain(canary, text, StringComparison.OrdinalIgnoreCase));
}
