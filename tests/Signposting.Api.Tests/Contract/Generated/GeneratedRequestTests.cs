using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Signposting.Api.Tests.Access;
using Signposting.Api.Tests.Building;
using Signposting.Api.Tests.Running;
using Signposting.Store.Harvest;
using Signposting.Store.Places;

namespace Signposting.Api.Tests.Contract.Generated;

/// <summary>Requests made from <c>openapi/signposting.v1.yaml</c>, sent to the running service.</summary>
public sealed class GeneratedRequestTests
{
    /// <summary>How many; more by command: README, "Tests".</summary>
    private const string Count = "SIGNPOSTING_REQUESTS";

    private static readonly int Requests = int.TryParse(Environment.GetEnvironmentVariable(Count), CultureInfo.InvariantCulture, out var count) ? count : 5_000;

    [Fact]
    public async Task No_request_makes_the_service_fail_and_every_answer_is_as_the_contract_says()
    {
        var contract = ContractFile.Read();
        await using var target = await TargetAsync();
        var plans = new Plans([.. ContractFile.Operations(contract)], target.Ids);
        var rules = new AnswerRules(contract);

        await Task.Run(() => Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Requests),
            Prop.ForAll(plans.All.ToArbitrary(), plan => target.Objection(plan, rules) is not { } objection ? true : throw new InvalidOperationException($"{plan}\n{objection}"))));
    }

    [Fact]
    public async Task Nothing_that_an_attacker_writes_into_a_text_does_more_than_a_text_does()
    {
        var contract = ContractFile.Read();
        await using var target = await TargetAsync();
        var plans = new Plans([.. ContractFile.Operations(contract)], target.Ids);
        var rules = new AnswerRules(contract);

        var faults = (from value in Hostile.All
                      from plan in plans.Attacks(value)
                      let objection = target.Objection(plan, rules)
                      where objection is not null
                      select $"{plan}\n{objection}").Take(5).ToList();

        Assert.True(faults.Count == 0, string.Join("\n\n", faults));
        await target.Service.JsonAsync("/health/ready");
    }

    private static async Task<Target> TargetAsync()
    {
        var service = await TestService.StartAsync("--Access:ClientPerMinute", "0");
        await (await Publisher.RegisterAsync(service.Store)).PublishAsync(Town.All);
        await service.Store.ImportPostcodesAsync(Rows(), "made up", TestContext.Current.CancellationToken);
        return new Target(service, await service.Store.AddKeyAsync("search", "signpost", "feeds:admin", "usage:read", "usage:read-national"));
    }

    private static async IAsyncEnumerable<Postcode> Rows()
    {
        await Task.CompletedTask;
        yield return new Postcode("LS1 3AD", new Store.Opportunities.GeoPoint(53.8, -1.55), null);
    }

    private sealed record Target(TestService Service, string Key) : IAsyncDisposable
    {
        public IReadOnlyList<string> Ids { get; } = [Town.TaiChi.PublicId, Town.Bare.PublicId, Town.Course.PublicId, Town.Online.PublicId, Town.Timeless.PublicId];

        public string? Objection(Plan plan, AnswerRules rules)
        {
            using var request = plan.ToRequest(Key);
            using var response = Service.Http.Send(request);
            return rules.ObjectionAsync(plan, response).GetAwaiter().GetResult();
        }

        public ValueTask DisposeAsync() => Service.DisposeAsync();
    }
}
