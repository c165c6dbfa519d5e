using Npgsql;
using Signposting.Store.Commit;
using Signposting.Store.Opportunities;
using Signposting.Store.Search;

namespace Signposting.Store.Postgis;

/// <summary>Records and sessions of what is shown, in one question.</summary>
internal sealed partial class PostgisReader
{
    /// <summary>Without what a search knows already: whether times are published.</summary>
    private const string ShownRecords = """
        SELECT o.id, o.hash, o.feed_id, o.public_id, o.subject_id, o.type, o.flags, coalesce(o.doc, f.doc), o.modified_at, o.harvested_at
        FROM opportunity o LEFT JOIN fragment f ON f.id = o.fragment_id WHERE o.id = ANY($1)
        """;

    private const string FeedsOf = """
        SELECT e.id, e.url, d.url, d.publisher, coalesce(d.licence, e.licence), e.last_success FROM feed e JOIN dataset d ON d.id = e.dataset_id
        WHERE e.id = ANY($1) OR e.id IN (SELECT feed_id FROM opportunity WHERE id = ANY($2))
        """;

    private static readonly FeedSource ToBeAsked = new("", "", null, null, null);

    public async ValueTask<ShownRows> ReadShownAsync(
        IReadOnlyCollection<OpportunityCard> cards, IReadOnlyList<SessionScope> scopes, SessionWindow window, int max, bool isLast, CancellationToken cancel)
    {
        var sessions = new Dictionary<long, List<SessionRow>>(scopes.Count);
        if (scopes.Count > 0)
            AskSessions(scopes, window, max, sessions);
        var records = AskShown(cards);
        await session.FlushAsync(cancel, isLast).ConfigureAwait(false);
        return new ShownRows(records(), sessions);
    }

    /// <returns>The answer, to be taken once what waits was sent.</returns>
    private Func<Dictionary<long, StoredOpportunity>> AskShown(IReadOnlyCollection<OpportunityCard> cards)
    {
        if (cards.Count == 0)
            return static () => [];
        var records = new List<StoredRecord>(cards.Count);
        var unknown = new List<long>();
        foreach (var card in cards)
        {
            if (engine.Records.Find(card) is { } record)
                records.Add(record);
            else
                unknown.Add(card.Id);
        }

        var feeds = new Dictionary<long, FeedSource>();
        var others = new List<(long SpeakerId, StoredOpportunity Other)>();
        Begin();
        session.Ask(FeedsOf, r => feeds.Add(r.GetInt64(0), ToSource(r)), Sql.Of(records.Select(r => r.FeedId).ToHashSet()), Sql.Of(unknown));
        if (unknown.Count > 0)
            session.Ask(ShownRecords, r => records.Add(Remember(r)), Sql.Of(unknown));
        session.Ask(OthersByIds, r => others.Add((r.GetInt64(14), ToStored(r))), Sql.Longs(cards, c => c.Id));
        return () =>
        {
            var othersOf = others.ToLookup(o => o.SpeakerId, o => o.Other);
            return records.ToDictionary(r => r.Stored.Id, r => r.Stored with { Source = feeds[r.FeedId], Others = [.. othersOf[r.Stored.Id]] });
        };
    }

    private StoredRecord Remember(NpgsqlDataReader r)
    {
        var record = new StoredRecord(
            new StoredOpportunity
            {
                Id = r.GetInt64(0),
                PublicId = r.GetString(3),
                SubjectId = r.GetInt64(4),
                Type = (OpportunityType)r.GetInt16(5),
                Flags = (OpportunityFlags)r.GetInt16(6),
                TimesPublished = false,
                Doc = r.GetFieldValue<byte[]>(7),
                Source = ToBeAsked,
                ModifiedAt = r.Long(8),
                HarvestedAt = r.GetInt64(9),
            },
            FeedId: r.GetInt64(2));
        // 0: an upgrade has marked it as to be written again.
        if (r.GetInt64(1) is var version and not 0)
            engine.Records.Add(new OpportunityCard(record.Stored.Id, version), record);
        return record;
    }

    private static FeedSource ToSource(NpgsqlDataReader r) => new(r.GetString(1), r.GetString(2), r.Text(3), r.Text(4), r.Long(5));
}
