using System.Text;
using Signposting.Api.Hosting;
using Signposting.Api.Tests.Access;
using Signposting.Api.Tests.Building;
using Signposting.Api.Tests.Recorded;
using Signposting.Api.Tests.Running;
using Signposting.Api.Tests.Telemetry;
using Signposting.Store;
using Signposting.Store.Opportunities;
using Signposting.Store.Places;

namespace Signposting.Api.Tests.Usage;

/// <summary>What is sent about a person, through every input there is, and where it must not be found again.</summary>
public sealed class CanaryTests
{
    private const string Name = "Canarius";
    private const string NhsNumber = "9434765919";
    private const string Lat = "53.8012345";
    private const string Lon = "-1.5543219";
    private const string Address = "203.0.113.77";

    /// <summary>In the imported directory, and so in that table, whoever asks.</summary>
    private const string KnownPostcode = "LS1 7QQ";
    private const string UnknownPostcode = "ZE2 9ZZ";
    private const string Lsoa = "E01033010";

    private static readonly string[] Canaries = [Name, NhsNumber, "943 476 5919", KnownPostcode, "LS17QQ", UnknownPostcode, "ZE29ZZ", Lat, Lon, Address];

    /// <summary>Imported reference data: the same for everybody.</summary>
    private static readonly string[] Reference = ["postcode", "area", "lsoa_msoa"];

    [Theory, EachEngine]
    public async Task Nothing_that_was_sent_about_a_person_is_in_tables_logs_metrics_or_traces(StoreEngine engine)
    {
        await using var collector = await OtlpCollector.StartAsync();
        string log, metrics;
        IReadOnlyDictionary<string, string> tables;
        await using (var service = await TestService.StartAsync(engine, FakeTime.Start, "--Telemetry:Otlp", collector.Address, "--Access:TrustedProxies:0", "127.0.0.1"))
        {
            var surgery = await Surgery.OpenAsync(service, new Postcode(KnownPostcode, new GeoPoint(double.Parse(Lat), double.Parse(Lon)), null) { Lsoa = Lsoa, Msoa = "E02006875" });
            var key = await service.Store.AddKeyAsync("search", "signpost", "feeds:admin");
            var accepted = 0;
            foreach (var (method, path, body) in Requests())
                accepted += await SendAsync(service, key, method, path, body) ? 1 : 0;
            await surgery.EventsAsync(accepted);
            using var response = await service.GetAsync("/metrics");
            metrics = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            tables = await Dump.OfAsync(service.Get<ApiSettings>().Shared.Store);
            Assert.True(accepted >= 8, $"{accepted} were accepted.");
            await service.StopAsync();
            log = service.Log.All;
        }

        Assert.Contains("Test practice", tables["usage_event"], StringComparison.Ordinal);
        Assert.Contains("op_", tables["usage_event"], StringComparison.Ordinal);
        Assert.DoesNotContain(Lsoa, tables["usage_event"] + tables["usage_key"], StringComparison.Ordinal);
        Assert.All(tables.Where(table => !Reference.Contains(table.Key)), table => NoCanaryIn(table.Value, table.Key));
        NoCanaryIn(log, "log");
        NoCanaryIn(metrics, "metrics");
        NoCanaryIn(collector.Received("/v1/traces") + collector.Received("/v1/metrics"), "traces");
    }

    /// <summary>Each canary in each place: parameters, members and their names, paths, methods. Some are accepted, the rest refused.</summary>
    private static IEnumerable<(string Method, string Path, string? Body)> Requests()
    {
        string id = Town.TaiChi.PublicId, known = Uri.EscapeDataString(KnownPostcode), unknown = Uri.EscapeDataString(UnknownPostcode);
        yield return ("GET", $"/v1/opportunities?lat={Lat}&lon={Lon}&q={Name}", null);
        yield return ("GET", $"/v1/opportunities?postcode={known}&condition=falls", null);
        yield return ("GET", $"/v1/opportunities?postcode={known}&q={Name}%20{NhsNumber}", null);
        yield return ("GET", $"/v1/opportunities?postcode={unknown}", null);
        yield return ("POST", "/v1/opportunities/search", $$"""{"postcode": "{{KnownPostcode}}", "q": "{{Name}}"}""");
        yield return ("POST", "/v1/opportunities/search", $$"""{"lat": {{Lat}}, "lon": {{Lon}}}""");
        yield return ("POST", "/v1/opportunities/search", $$"""{"postcode": "{{KnownPostcode}}", "{{Name}}": "{{NhsNumber}}"}""");
        yield return ("GET", $"/v1/opportunities/{id}?condition=falls", null);
        yield return ("GET", $"/v1/opportunities/{id}?{Name}={NhsNumber}", null);
        foreach (var postcode in (string[])[KnownPostcode, "ls17qq", UnknownPostcode])
            yield return ("POST", "/v1/signposts", $$"""{"opportunityId": "{{id}}", "conditions": ["falls"], "postcode": "{{postcode}}", "channel": "page"}""");
        foreach (var value in (string[])[Name, NhsNumber, "943 476 5919", UnknownPostcode, Lat])
        {
            foreach (var parameter in (string[])["postcode", "lat", "condition", "activity", "from", "day", "age", "gender", "level", "q", "sort", "cursor", value])
                yield return ("GET", $"/v1/opportunities?{Uri.EscapeDataString(parameter)}={Uri.EscapeDataString(value)}", null);
            foreach (var member in (string[])["opportunityId", "sessionStart", "postcode", "channel", "patient", value])
                yield return ("POST", "/v1/signposts", $$"""{"conditions": ["{{value}}"], "{{member}}": "{{value}}"}""");
            foreach (var path in (string[])["/v1/opportunities/{0}", "/v1/conditions/{0}", "/v1/activities/{0}/suitability", "/v1/signposts/{0}", "/{0}"])
                yield return ("GET", string.Format(path, Uri.EscapeDataString(value)), null);
            yield return ("POST", "/v1/signposts", value);
            yield return ("POST", $"/v1/signposts?patient={Uri.EscapeDataString(value)}", "{}");
            yield return ("POST", "/v1/feeds/unhide", $$"""{"organizer": "{{value}}"}""");
        }

        yield return (Name.ToUpperInvariant(), "/v1/feeds", null);
    }

    /// <returns>Whether it is to be recorded.</returns>
    private static async Task<bool> SendAsync(TestService service, string key, string method, string path, string? body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.Add("X-Api-Key", key);
        string[] headers = ["User-Agent", "Referer", "Cookie", "Origin", "From", "X-Correlation-ID", "tracestate", "baggage", "Accept-Language", "X-Patient", "If-None-Match"];
        foreach (var header in headers)
            request.Headers.TryAddWithoutValidation(header, $"{Name}={NhsNumber};{UnknownPostcode};{Lat}");
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", Address);
        using var response = await service.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True((int)response.StatusCode < 500, $"{method} {path}: {response.StatusCode}");
        return response.IsSuccessStatusCode && (path.StartsWith("/v1/opportunities", StringComparison.Ordinal) || path == "/v1/signposts");
    }

    private static void NoCanaryIn(string text, string where)
    {
        foreach (var canary in Canaries)
        {
            Assert.False(text.Contains(canary, StringComparison.OrdinalIgnoreCase), $"{canary} is in {where}.");
            Assert.False(text.Contains(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(canary)), StringComparison.Ordinal), $"{canary} is in {where}, in bytes.");
        }
    }
}
