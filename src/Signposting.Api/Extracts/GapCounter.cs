using System.Threading.Channels;
using Signposting.Api.Hosting;
using Signposting.Api.Opportunities;
using Signposting.Store.Usage;

namespace Signposting.Api.Extracts;

/// <summary>
/// What records lacked on the first pages of searches, by publisher: apart from usage events, so that nothing about a person is in it
/// (docs/decisions/0014). Putting a page in never waits; when too many wait, the newest is not counted.
/// </summary>
internal sealed class GapCounter(TimeProvider time)
{
    private const int Most = 2_000;

    private readonly Channel<(DateOnly Month, (string Publisher, string Gap)[] Gaps)> _waiting =
        Channel.CreateBounded<(DateOnly, (string, string)[])>(new BoundedChannelOptions(Most) { SingleReader = true });

    public void Put(IReadOnlyList<OpportunityAnswer> page)
    {
        if (page.Count > 0)
            _waiting.Writer.TryWrite((Month.Now(time).First, [.. page.SelectMany(GapsOf).Distinct()]));
    }

    /// <summary>What waits, counted by month: each publisher and property once for each search.</summary>
    public IEnumerable<(DateOnly Month, IReadOnlyList<UsageGap> Gaps)> Take()
    {
        var counts = new Dictionary<(DateOnly Month, string Publisher, string Gap), long>();
        while (_waiting.Reader.TryRead(out var one))
        {
            foreach (var (publisher, gap) in one.Gaps)
                counts[(one.Month, publisher, gap)] = counts.GetValueOrDefault((one.Month, publisher, gap)) + 1;
        }

        return counts.GroupBy(count => count.Key.Month).Select(month =>
            (month.Key, (IReadOnlyList<UsageGap>)[.. month.Select(count => new UsageGap(count.Key.Publisher, count.Key.Gap, count.Value)).OrderBy(gap => gap.Publisher, StringComparer.Ordinal).ThenBy(gap => gap.Gap, StringComparer.Ordinal)]));
    }

    private static IEnumerable<(string Publisher, string Gap)> GapsOf(OpportunityAnswer item) =>
        item.Provenance[0].Publisher is { Length: > 0 } publisher ? item.Readiness.Missing.Select(gap => (publisher, gap)) : [];
}
