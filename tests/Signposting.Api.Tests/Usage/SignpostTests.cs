using System.Text.Json.Nodes;
using Signposting.Api.Tests.Building;
using Signposting.Api.Tests.Places;
using Signposting.Api.Tests.Recorded;
using Signposting.Api.Tests.Running;
using Signposting.Store;
using Signposting.Store.Usage;

namespace Signposting.Api.Tests.Usage;

public sealed class SignpostTests
{
    [Theory, EachEngine]
    public async Task A_signpost_is_recorded_before_it_is_answered_with_all_that_cannot_be_found_later(StoreEngine engine)
    {
        await using var service = await TestService.StartAsync(engine, FakeTime.Start);
        var surgery = await Surgery.OpenAsync(service);
        var body = Surgery.Signpost("ls13ad", "falls", "129839007", "copd");
        (body["sessionStart"], body["channel"]) = ("2026-06-16T10:00:00+01:00", "leaflet");

        var (status, answer) = await surgery.SignpostAsync(body);

        Assert.Equal((201, "2026-06-10T10:00:00+01:00"), (status, (string?)answer["recordedAt"]));
        var recorded = Assert.Single(await service.Store.ReadUsageAsync(Surgery.Day, TestContext.Current.CancellationToken));
        var expected = new UsageEvent
        {
            Id = (string)answer["id"]!, Day = Surgery.Day, Part = PartOfDay.Morning, Client = "Test practice", Kind = UsageKind.Signpost, Channel = UsageChannel.Leaflet,
            Conditions = ["copd", "falls"], Activities = [Town.TaiChiId], Opportunity = Town.TaiChi.PublicId, Provider = "The leisure trust",
            Area = Surgery.Area, Distance = DistanceBand.Under1, Contact = recorded.Contact,
        };
        Assert.Equivalent(expected, recorded, strict: true);
        Assert.Matches("^sp_[0-9a-z]{16}$", recorded.Id);
        Assert.Equal(ContactKey.Bytes, recorded.Contact.Length);
    }

    [Theory]
    [InlineData(Surgery.PostcodeWithoutArea, DistanceBand.Under1)]
    [InlineData("ZE2 9ZZ", null)]
    [InlineData("LS1", null)]
    [InlineData(null, null)]
    public async Task Without_an_area_it_is_recorded_as_not_known_within_the_clients_own_ICB(string? postcode, DistanceBand? distance)
    {
        await using var service = await TestService.StartAsync();
        var surgery = await Surgery.OpenAsync(service);

        var (status, _) = await surgery.SignpostAsync(Surgery.Signpost(postcode));

        var recorded = Assert.Single(await service.Store.ReadUsageAsync(Surgery.Day, TestContext.Current.CancellationToken));
        Assert.Equal((201, UsageArea.NotKnown("QWO"), distance), (status, recorded.Area, recorded.Distance));
    }

    [Theory]
    [InlineData("""{"status":200,"result":[{"query":"x","result":{"latitude":53.8,"longitude":-1.55,"codes":{"lsoa":"E01000001","lsoa21":"E01033010"}}}]}""", "E02006875", DistanceBand.Under1)]
    [InlineData("""{"status":200,"result":[{"query":"x","result":{"latitude":53.8,"longitude":-1.55,"codes":{"lsoa":"E01033010"}}}]}""", null, DistanceBand.Under1)]
    [InlineData("no JSON", null, null)]
    public async Task The_remote_look_up_gives_the_area_of_2021_and_its_failure_loses_no_signpost(string remote, string? msoa, DistanceBand? distance)
    {
        await using var postcodes = await ScriptedPostcodes.StartAsync();
        postcodes.Answer = (200, remote);
        await using var service = await TestService.StartAsync("--Postcodes:Remote", "true", "--Postcodes:RemoteUrl", postcodes.Url);
        var surgery = await Surgery.OpenRemoteAsync(service);

        var (status, _) = await surgery.SignpostAsync(Surgery.Signpost());

        var recorded = Assert.Single(await service.Store.ReadUsageAsync(Surgery.Day, TestContext.Current.CancellationToken));
        Assert.Equal((201, msoa, distance), (status, recorded.Area.Msoa, recorded.Distance));
    }

    [Theory]
    [InlineData("nhsNumber", "\"x\"", "nhsNumber")]
    [InlineData("name", "\"x\"", "name")]
    [InlineData("OpportunityId", "\"op_0000000000000000\"", "OpportunityId")]
    [InlineData("channel", "\"fax\"", "channel")]
    [InlineData("channel", "1", "channel")]
    [InlineData("channel", "null", "channel")]
    [InlineData("opportunityId", "\"943 476 5919\"", "opportunityId")]
    [InlineData("opportunityId", "\"op_1\"", "opportunityId")]
    [InlineData("conditions", "\"falls\"", "conditions")]
    [InlineData("conditions", "[\"no-such-condition\"]", "conditions")]
    [InlineData("conditions", "[\"9434765919\"]", "conditions")]
    [InlineData("conditions", "[9434765919]", "conditions")]
    [InlineData("conditions", "[[\"falls\"]]", "conditions")]
    [InlineData("postcode", "\"1 Test Street\"", "postcode")]
    [InlineData("postcode", "\"9434765919\"", "postcode")]
    [InlineData("postcode", "\"\\ud800\"", "body")]
    [InlineData("sessionStart", "\"tomorrow\"", "sessionStart")]
    [InlineData("sessionStart", "\"9434765919\"", "sessionStart")]
    public async Task A_member_that_is_wrong_or_not_accepted_is_refused_by_name_and_nothing_is_recorded(string member, string json, string named)
    {
        await using var service = await TestService.StartAsync();
        var surgery = await Surgery.OpenAsync(service);
        var members = Surgery.Signpost().Select(one => KeyValuePair.Create(one.Key, one.Value!.ToJsonString())).ToDictionary();
        members[member] = json;

        var (status, answer) = await surgery.PostAsync("/v1/signposts", "{" + string.Join(',', members.Select(one => $"\"{one.Key}\":{one.Value}")) + "}");

        Assert.Equal((400, "urn:signposting:problem:invalid-parameters"), (status, (string?)answer["type"]));
        Assert.Equal([named], answer["errors"]!.AsObject().Select(error => error.Key));
        Assert.DoesNotContain("9434765919", answer.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(await service.Store.ReadUsageAsync(Surgery.Day, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"channel\":\"rest\",\"channel\":\"page\"}")]
    [InlineData("{\"conditions\":[[[[[[]]]]]]}")]
    public async Task A_body_that_is_no_object_is_refused(string body)
    {
        await using var service = await TestService.StartAsync();
        var surgery = await Surgery.OpenAsync(service);

        var (status, answer) = await surgery.PostAsync("/v1/signposts", body);

        Assert.Equal(400, status);
        Assert.NotNull(answer["errors"]!["body"]);
    }

    [Fact]
    public async Task What_is_missing_is_named()
    {
        await using var service = await TestService.StartAsync();
        var surgery = await Surgery.OpenAsync(service);

        var (_, answer) = await surgery.PostAsync("/v1/signposts", "{}");

        Assert.Equal(["channel", "conditions", "opportunityId"], answer["errors"]!.AsObject().Select(error => error.Key).Order(StringComparer.Ordinal));
        Assert.All(answer["errors"]!.AsObject(), error => Assert.StartsWith("is missing; send", (string?)error.Value![0], StringComparison.Ordinal));
    }

    [Theory, EachEngine]
    public async Task The_session_that_is_named_must_be_one_that_the_opportunity_has(StoreEngine engine)
    {
        await using var service = await TestService.StartAsync(engine, FakeTime.Start);
        var surgery = await Surgery.OpenAsync(service);

        Assert.Equal((201, null), await StartingAsync(surgery, Town.TaiChi, "2026-06-16T09:00:00Z"));
        // What has begun may be gone already, and who publishes no times has none to compare with: what is unknown is not wrong.
        Assert.Equal((201, null), await StartingAsync(surgery, Town.TaiChi, "2026-06-10T08:30:00+01:00"));
        Assert.Equal((201, null), await StartingAsync(surgery, Town.Timeless, "2026-06-16T09:00:00Z"));
        Assert.Equal((400, "no session of this opportunity"), await StartingAsync(surgery, Town.TaiChi, "2026-06-16T09:30:00Z"));
        Assert.Equal((400, "that session is cancelled;"), await StartingAsync(surgery, Town.TaiChi, "2026-06-23T10:00:00+01:00"));
        Assert.Equal((400, "lies more than two"), await StartingAsync(surgery, Town.TaiChi, "2026-06-02T10:00:00+01:00"));
        Assert.Equal(3, (await service.Store.ReadUsageAsync(Surgery.Day, TestContext.Current.CancellationToken)).Count);
    }

    [Fact]
    public async Task A_session_that_was_moved_after_it_was_shown_is_not_recorded_as_if_it_were_still_on()
    {
        await using var service = await TestService.StartAsync();
        var surgery = await Surgery.OpenAsync(service);
        var publisher = await Publisher.RegisterAsync(service.Store, "moving");
        await publisher.PublishAsync(Walk("2026-06-16T10:00:00+01:00"));
        var before = await StartingAsync(surgery, Walk(""), "2026-06-16T10:00:00+01:00");

        await publisher.CommitAsync([Walk("2026-06-16T11:00:00+01:00").ToItem(2)]);

        Assert.Equal((201, null), before);
        Assert.Equal((400, "no session of this opportunity"), await StartingAsync(surgery, Walk(""), "2026-06-16T10:00:00+01:00"));
        Assert.Equal((201, null), await StartingAsync(surgery, Walk(""), "2026-06-16T11:00:00+01:00"));
    }

    [Fact]
    public async Task Nobody_is_signposted_to_what_is_withdrawn_or_was_never_there()
    {
        await using var service = await TestService.StartAsync();
        var surgery = await Surgery.OpenAsync(service);
        var publisher = await Publisher.RegisterAsync(service.Store, "gone");
        var gone = new Listing("Gone").At(53.8, -1.55);
        await publisher.PublishAsync(gone);
        await publisher.CommitAsync([gone.ToTombstone(2)]);

        var withdrawn = await surgery.SignpostAsync(With(gone.PublicId));
        var unknown = await surgery.SignpostAsync(With("op_0000000000000000"));

        Assert.Equal((410, 404), (withdrawn.Status, unknown.Status));
        Assert.Empty(await service.Store.ReadUsageAsync(Surgery.Day, TestContext.Current.CancellationToken));
    }

    private static Listing Walk(string start) => start.Length == 0 ? new Listing("Walk").From("moving") : new Listing("Walk").From("moving").At(53.8, -1.55).On(start);

    /// <summary>The status, and the beginning of what is said of the session.</summary>
    private static async Task<(int Status, string? Said)> StartingAsync(Surgery surgery, Listing listing, string start)
    {
        var body = With(listing.PublicId);
        body["sessionStart"] = start;
        var (status, answer) = await surgery.SignpostAsync(body);
        var said = (string?)answer["errors"]?["sessionStart"]?[0];
        return (status, said is null ? null : string.Join(' ', said.Split(' ').Take(said.StartsWith("no ", StringComparison.Ordinal) ? 5 : 4)));
    }

    private static JsonObject With(string opportunity)
    {
        var body = Surgery.Signpost();
        body["opportunityId"] = opportunity;
        return body;
    }
}
