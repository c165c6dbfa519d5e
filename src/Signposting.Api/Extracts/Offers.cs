using Signposting.Usage.Tables;

namespace Signposting.Api.Extracts;

/// <summary>What is offered, for each board and nationally, at one time.</summary>
/// <param name="Searched">In how many searches what was missing, as it is published.</param>
/// <param name="NotSearched">What is published where it was missing in none.</param>
internal sealed record Offers(DateTimeOffset At, IReadOnlyDictionary<string, BoardOffer> ByBoard, BoardOffer National, IReadOnlyDictionary<(string Publisher, string Gap), Figure> Searched, Figure NotSearched)
{
    public IEnumerable<string> Boards => ByBoard.Keys;

    /// <param name="icb">Null: national.</param>
    public BoardOffer Of(string? icb) => icb is null ? National : ByBoard.GetValueOrDefault(icb) ?? new BoardOffer();

    /// <param name="icb">Null: national.</param>
    public IReadOnlyList<OfferRow> GapsOf(string? icb) => Of(icb).Gaps((publisher, gap) => Searched.GetValueOrDefault((publisher, gap), NotSearched));
}

/// <summary>What is offered in one board, or nationally.</summary>
internal sealed class BoardOffer
{
    private readonly Dictionary<(string Area, string Condition), long> _byCondition = [];
    private readonly Dictionary<(string Area, string Activity), long> _byActivity = [];
    private readonly Dictionary<string, PublisherOffer> _publishers = new(StringComparer.Ordinal);

    public IReadOnlyList<OfferRow> ByCondition => [.. _byCondition.Select(count => new OfferRow([count.Key.Area, count.Key.Condition], [count.Value])).Order(ByKey)];

    public IReadOnlyList<OfferRow> Quality => [.. _publishers.Select(one => new OfferRow([one.Key], [one.Value.Count, Math.Round(one.Value.Shares / one.Value.Count, 3)])).Order(ByKey)];

    private static Comparer<OfferRow> ByKey { get; } = Comparer<OfferRow>.Create((left, right) => left.Key.Zip(right.Key).Select(pair => string.CompareOrdinal(pair.First, pair.Second)).FirstOrDefault(order => order != 0));

    public IReadOnlyList<OfferRow> ByActivity(Func<string, string> label) =>
        [.. _byActivity.Select(count => new OfferRow([count.Key.Area, count.Key.Activity, label(count.Key.Activity)], [count.Value])).Order(ByKey)];

    /// <summary>Publisher and property: opportunities that lack it, their share of the publisher's, and searches that were shown one of its that lacks it.</summary>
    public IReadOnlyList<OfferRow> Gaps(Func<string, string, Figure> searches) =>
        [.. _publishers.SelectMany(one => one.Value.Missing.Select(gap => GapOf(one.Key, one.Value, gap.Key, searches(one.Key, gap.Key)))).Order(ByKey)];

    public void AddCondition(string area, string condition) => _byCondition[(area, condition)] = _byCondition.GetValueOrDefault((area, condition)) + 1;

    public void AddActivity(string area, string activity) => _byActivity[(area, activity)] = _byActivity.GetValueOrDefault((area, activity)) + 1;

    public void AddQuality(string publisher, IReadOnlyList<string> missing, double share)
    {
        if (!_publishers.TryGetValue(publisher, out var offer))
            _publishers.Add(publisher, offer = new PublisherOffer());
        offer.Add(missing, share);
    }

    private static OfferRow GapOf(string publisher, PublisherOffer offer, string gap, Figure searches)
    {
        var (missing, share) = (offer.Missing[gap], Math.Round((double)offer.Missing[gap] / offer.Count, 3));
        return new OfferRow([publisher, gap], searches.Showing switch
        {
            Showing.Shown => [missing, share, searches.Value],
            Showing.Suppressed => [missing, share, null],
            _ => [missing, share],
        });
    }

    private sealed class PublisherOffer
    {
        public long Count { get; private set; }

        public double Shares { get; private set; }

        public Dictionary<string, long> Missing { get; } = new(StringComparer.Ordinal);

        public void Add(IReadOnlyList<string> missing, double share)
        {
            Count++;
            Shares += share;
            foreach (var gap in missing)
                Missing[gap] = Missing.GetValueOrDefault(gap) + 1;
        }
    }
}
