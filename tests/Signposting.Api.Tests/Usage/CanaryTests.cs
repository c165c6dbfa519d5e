using System.Text;
using System.Text.Json.Nodes;
using Signposting.Api.Hosting;
using Signposting.Api.Tests.Access;
using Signposting.Api.Tests.Building;
using Signposting.Api.Tests.Contract.Generated;
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
            foreach (var (method, path, body) in Requests().Concat(OfTheContract()))
                accepted += await SendAsync(service, key, method, path, body) ? 1 : 0;
            foreach (var credential in (string[])["X-Api-Key", "Authorization"])
                await SendAsync(service, $"{(credential == "Authorization" ? "Bearer " : "")}{Name}{NhsNumber}", "GET", $"/v1/opportunities?postcode={Uri.EscapeDataString(KnownPostcode)}", null, credential);
            accepted += await FollowAsync(service, key, $"/v1/opportunities?postcode={Uri.EscapeDataString(KnownPostcode)}&q={Name.ToLowerInvariant()[0]}&condition=falls&limit=1");
            accepted += await FollowAsync(service, key, $"/v1/opportunities?lat={Lat}&lon={Lon}&limit=1");
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

    /// <summary>
    /// Each canary in each parameter and each member of each body that the contract has; so an input that is added is covered. What an
    /// operator writes into a hiding is meant to be kept, and left out.
    /// </summary>
    private static IEnumerable<(string Method, string Path, string? Body)> OfTheContract() =>
        from operation in ContractFile.Operations(ContractFile.Read())
        from what in operation.Sayables
        where operation.Id != "hide" || what.Name is not ("reason" or "organizer")
        from value in (string[])[Name, NhsNumber, KnownPostcode, UnknownPostcode, Lat]
        let said = operation.Sayables.Where(other => other.IsRequired && other.Name != what.Name).Select(other => new Said(other, [Usual(other)])).Append(new Said(what, [value]))
        let plan = new Plan { Operation = operation, Said = [.. said], Outcome = Outcome.Documented }
        select (operation.Method.ToUpperInvariant(), plan.Target, operation.HasBody ? plan.Body : null);

    private static JsonNode? Usual(Sayable what) => what.Name is "id" or "opportunityId" ? Town.TaiChi.PublicId : what.Example;

    /// <summary>A search, and its next page, whose cursor holds what was asked.</summary>
    /// <returns>How many are to be recorded: a search is one, however many pages it has.</returns>
    private static async Task<int> FollowAsync(TestService service, string key, string path)
    {
        var recorded = await SendAsync(service, key, "GET", path, null) ? 1 : 0;
        var next = (string?)(await service.JsonAsync(path))["next"];
        Assert.NotNull(next);
        await SendAsync(service, key, "GET", next, null);
        return recorded + 1;
    }

    /// <returns>Whether it is to be recorded.</returns>
    private static async Task<bool> SendAsync(TestService service, string key, string method, string path, string? body, string credential = "X-Api-Key")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.TryAddWithoutValidation(credential, key);
        string[] headers = ["User-Agent", "Referer", "Cookie", "Origin", "From", "X-Correlation-ID", "tracestate", "baggage", "Accept-Language", "X-Patient", "If-None-Match"];
        foreach (var header in headers)
            request.Headers.TryAddWithoutValidation(header, $"{Name}={NhsNumber};{UnknownPostcode};{Lat}");
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", Address);
        using var response = await service.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True((int)response.StatusCode < 500, $"{method} {path}: {response.StatusCode}");
        return response.IsSuccessStatusCode && IsRecorded(path);
    }

    /// <summary>Searches, views and signposts are; further pages, sessions, calendars and what became of ids are not.</summary>
    private static bool IsRecorded(string path) => path == "/v1/signposts"
        || (path.StartsWith("/v1/opportunities", StringComparison.Ordinal) && !path.Contains("cursor=", StringComparison.Ordinal)
            && !path.Contains("/status", StringComparison.Ordinal) && !path.Contains("/sessions", StringComparison.Ordinal) && !path.Contains("/calendar", StringComparison.Ordinal));

    private static void NoCanaryIn(string text, string where)
    {
        foreach (var canary in Canaries)
        {
            Assert.False(text.Contains(canary, StringComparison.OrdinalIgnoreCase), $"{canary} is in {where}.");
            Assert.False(text.Contains(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(canary)), StringComparison.Ordinal), $"{canary} is in {where}, in bytes.");
        }
    }
}
