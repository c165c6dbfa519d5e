using System.Data.Common;
using Signposting.Store.Commit;
using Signposting.Store.Feeds;
using Signposting.Store.Harvest;
using Signposting.Store.Opportunities;
using Signposting.Store.Places;
using Signposting.Store.Search;

namespace Signposting.Store;

/// <summary>
/// What SQLite and PostGIS do each in their own way: sets of rows in, sets of rows out.
/// Everything that decides stands above it, once (docs/decisions/0001).
/// </summary>
internal interface IEngine : IAsyncDisposable
{
    /// <summary>Creates or upgrades the schema under a lock that other processes respect.</summary>
    Task MigrateAsync(CancellationToken cancel);

    /// <summary>Begins a write transaction; waits for other writers, in this process and others.</summary>
    /// <param name="durable">What is committed must outlive a power cut: no feed can bring it back (docs/decisions/0005).</param>
    ValueTask<IStoreWriter> BeginWriteAsync(bool durable, CancellationToken cancel);

    /// <summary>Begins a read of one consistent state.</summary>
    ValueTask<IStoreReader> BeginReadAsync(CancellationToken cancel);

    /// <summary>What was deleted and overwritten is to leave the log that lies beside the database too, as far as nobody reads it at this moment.</summary>
    Task ForgetDeletedAsync(CancellationToken cancel);

    /// <summary>How many feeds are counted in one transaction: in one that reads once why records are not offered, some; in one that locks each feed's row meanwhile, one.</summary>
    int FeedsCountedAtOnce { get; }

    /// <summary>A database error as a sentence for an operator.</summary>
    StoreException Explain(DbException error);
}

/// <summary>A write transaction. Disposed without <see cref="CommitAsync"/> it leaves no trace.</summary>
internal partial interface IStoreWriter : IAsyncDisposable
{
    Task CommitAsync(CancellationToken cancel);

    // ---- feeds

    Task<Feed> RegisterFeedAsync(FeedRegistration feed, CancellationToken cancel);

    Task ReportFeedAsync(long feedId, FeedReport report, long now, CancellationToken cancel);

    Task CountFeedAsync(long feedId, CancellationToken cancel);

    /// <summary>Locks the feed's row for this transaction; null when there is none.</summary>
    ValueTask<LockedFeed?> LockFeedAsync(long feedId, CancellationToken cancel);

    ValueTask AdvanceFeedAsync(long feedId, FeedAdvance advance, CancellationToken cancel);

    // ---- items

    ValueTask<Dictionary<long, ItemRow>> ReadItemsAsync(long feedId, IReadOnlyList<long> keys, CancellationToken cancel);

    ValueTask WriteItemsAsync(long feedId, IReadOnlyList<ItemRow> rows, CancellationToken cancel);

    ValueTask DeleteItemsAsync(long feedId, IReadOnlyList<long> keys, CancellationToken cancel);

    // ---- subjects, sessions, variants, fragments

    /// <summary>The ids of subjects in the order of their keys, of which one may be there several times; made where they are missing.</summary>
    ValueTask<long[]> InternSubjectsAsync(long datasetId, IReadOnlyList<SubjectKey> keys, CancellationToken cancel);

    /// <summary>Notes that sessions of these subjects were published.</summary>
    ValueTask MarkTimesAsync(IReadOnlyCollection<long> subjectIds, CancellationToken cancel);

    /// <summary>Of these subjects, those without any session whose description counts, or counts for less, only with one: umbrellas, and parents known only from their children.</summary>
    ValueTask<IReadOnlyList<long>> ReadAsleepAsync(IReadOnlyCollection<long> subjectIds, CancellationToken cancel);

    /// <summary>Subjects of those of these sessions that name a variant.</summary>
    ValueTask<IReadOnlyList<long>> ReadVariedAsync(long feedId, IReadOnlyList<SessionRef> sessions, CancellationToken cancel);

    ValueTask DeleteSessionsAsync(long feedId, IReadOnlyList<SessionRef> sessions, CancellationToken cancel);

    /// <summary>Inserts or replaces by key.</summary>
    ValueTask WriteSessionsAsync(long feedId, IReadOnlyList<SessionRow> sessions, CancellationToken cancel);

    /// <summary>The ids of variants (by subject and hash), made where they are missing; <c>isNew</c> says which.</summary>
    ValueTask<Dictionary<(long SubjectId, long Hash), (long Id, bool IsNew)>> InternVariantsAsync(IReadOnlyCollection<VariantRow> variants, CancellationToken cancel);

    /// <summary>Sessions of these subjects that name the one variant name the other from now on, and the one is removed.</summary>
    ValueTask MoveSessionsAsync(IReadOnlyList<(long SubjectId, long From, long To)> variants, CancellationToken cancel);

    /// <summary>Inserts or replaces by (subject, origin, feed, item); an embedded one only when not older (the same one again only becomes as new as its newest source). Returns subjects whose description changed.</summary>
    ValueTask<IReadOnlyList<long>> WriteFragmentsAsync(IReadOnlyList<FragmentRow> fragments, CancellationToken cancel);

    ValueTask DeleteFragmentsAsync(IReadOnlyList<FragmentKey> fragments, CancellationToken cancel);

    // ---- derivation

    /// <summary>Subjects with their fragments, live variants and what hangs on them. Unknown ids are left out.</summary>
    ValueTask<Dictionary<long, SubjectState>> ReadSubjectsAsync(IReadOnlyCollection<long> subjectIds, CancellationToken cancel);

    /// <summary>Subjects that the fragments of these name as parent.</summary>
    ValueTask<IReadOnlyList<long>> ReadParentsAsync(IReadOnlyCollection<long> subjectIds, CancellationToken cancel);

    /// <summary>Those of these subjects that no fragment names as parent.</summary>
    ValueTask<IReadOnlyList<long>> ReadChildlessAsync(IReadOnlyCollection<long> subjectIds, CancellationToken cancel);

    /// <summary>Subjects whose fragments name one of these as parent.</summary>
    ValueTask<IReadOnlyList<long>> ReadChildrenAsync(IReadOnlyCollection<long> subjectIds, CancellationToken cancel);

    /// <summary>Subjects of other datasets with the same keys as these.</summary>
    ValueTask<IReadOnlyList<long>> ReadNamesakesAsync(IReadOnlyCollection<long> subjectIds, CancellationToken cancel);

    ValueTask WriteSubjectOutcomesAsync(IReadOnlyList<Derived> derived, CancellationToken cancel);

    ValueTask<Dictionary<string, int>> InternTermsAsync(IReadOnlyCollection<string> values, CancellationToken cancel);

    /// <summary>What is offered of these subjects now.</summary>
    ValueTask<IReadOnlyList<OpportunityRow>> ReadOpportunitiesAsync(IReadOnlyCollection<long> subjectIds, CancellationToken cancel);

    /// <summary>The dataset of each of these feeds, and whether the feed is gone.</summary>
    ValueTask<Dictionary<long, (string Dataset, bool IsConcealed)>> ReadFeedDatasetsAsync(IReadOnlyCollection<long> feedIds, CancellationToken cancel);

    /// <summary>A withdrawn id leads to another from now on.</summary>
    ValueTask WriteSuccessorAsync(string withdrawn, string successor, CancellationToken cancel);

    /// <summary>Deletes by public id, remembering that they were withdrawn.</summary>
    ValueTask DeleteOpportunitiesAsync(IReadOnlyList<string> publicIds, long now, CancellationToken cancel);

    /// <summary>Inserts or replaces by public id, with their places.</summary>
    ValueTask WriteOpportunitiesAsync(IReadOnlyList<OpportunityRow> rows, CancellationToken cancel);

    ValueTask AddDirtyAsync(IReadOnlyCollection<long> subjectIds, CancellationToken cancel);

    /// <summary>Takes up to <paramref name="max"/> subjects off the queue, lowest id first.</summary>
    ValueTask<IReadOnlyList<long>> TakeDirtyAsync(int max, CancellationToken cancel);

    // ---- upkeep

    /// <summary>Removes sessions that ended before <paramref name="before"/> among the subjects after <paramref name="afterSubject"/>, their lean items, and variants that no session names any more; returns where to go on (null: done) and how many went.</summary>
    Task<(long? Next, long Removed)> RemoveOverAsync(long before, long afterSubject, CancellationToken cancel);

    /// <summary>Brings what was written in the cheapest way to where searches find it in the cheapest way; what they find is the same before and after.</summary>
    ValueTask SettleAsync(CancellationToken cancel);

    Task<long> RemoveTombstonesAsync(long before, int max, CancellationToken cancel);

    // ---- reference data

    Task WritePostcodesAsync(IReadOnlyList<Postcode> rows, long generation, CancellationToken cancel);

    /// <summary>Makes a generation of postcodes the one that answers and removes all others.</summary>
    Task PublishPostcodesAsync(long generation, CancellationToken cancel);

    Task WriteDocumentAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancel);
}

/// <summary>A read of one consistent state.</summary>
internal partial interface IStoreReader : IAsyncDisposable
{
    Task<Feed?> FindFeedAsync(string url, CancellationToken cancel);

    Task<IReadOnlyList<FeedStatus>> ListFeedsAsync(CancellationToken cancel);

    /// <summary>Term ids of those values that the store knows.</summary>
    ValueTask<IReadOnlyList<int>> FindTermsAsync(IReadOnlyCollection<string> values, CancellationToken cancel);

    /// <summary>Versions of the cells in these rows and columns (<see cref="CardCell"/>), by cell; a cell without one has never held a card.</summary>
    ValueTask<Dictionary<long, long>> ReadCellVersionsAsync(long firstRow, long lastRow, long firstColumn, long lastColumn, CancellationToken cancel);

    /// <summary>Everything offered at a place, anywhere, that passes a filter with activities; null when it is more than <paramref name="max"/>.</summary>
    ValueTask<IReadOnlyList<Candidate>?> ReadFewAsync(CandidateFilter filter, int max, CancellationToken cancel);

    /// <summary>Everything offered at a place inside the box that passes the filter, in no order.</summary>
    ValueTask<IReadOnlyList<Candidate>> ReadBoxAsync(GeoBox box, CandidateFilter filter, CancellationToken cancel);

    /// <summary>Everything offered in a cell (<see cref="CardCell"/>), with its words, in no order; it may hold a little of what is around.</summary>
    ValueTask<IReadOnlyList<Candidate>> ReadCellAsync(long cell, CancellationToken cancel);

    /// <summary>Everything offered online that passes the filter, in no order.</summary>
    ValueTask<IReadOnlyList<Candidate>> ReadOnlineAsync(CandidateFilter filter, CancellationToken cancel);

    /// <summary>Start of the first session in the window that is not cancelled or postponed, for each candidate that has one. The whole span of an event counts only while no other session of it is held.</summary>
    ValueTask<Dictionary<long, long>> ReadNextStartsAsync(IReadOnlyList<SessionScope> scopes, SessionWindow window, CancellationToken cancel);

    /// <summary>
    /// What is remembered is taken for what the store has until the next question proves it; <see cref="ReadShownAsync"/> proves it at the latest.
    /// Where the store has changed the question fails with <see cref="MemoryBehindException"/>, and all is to be done again after <see cref="StartOver"/>.
    /// </summary>
    void TrustMemory();

    /// <summary>Sees the state that the store has at the next question.</summary>
    void StartOver();

    /// <summary>Whose sessions changed after a change; null: this engine does not note it, or some sessions are left out of answers at the moment.</summary>
    ValueTask<SessionChanges?> ReadSessionChangesAsync(long after, CancellationToken cancel);

    /// <summary>When sessions of these subjects begin from a time on, cancelled and postponed ones left out. A subject with a session that stands for the whole span of an event is left out.</summary>
    ValueTask<Dictionary<long, KnownStarts>> ReadUpcomingAsync(IReadOnlyCollection<long> subjectIds, long from, CancellationToken cancel);

    /// <summary>Starts in the window that are not cancelled or postponed, in order, at most <paramref name="max"/> for each candidate that has any; whole spans as above.</summary>
    ValueTask<Dictionary<long, List<long>>> ReadStartsAsync(IReadOnlyList<SessionScope> scopes, SessionWindow window, int max, CancellationToken cancel);

    /// <summary>Sessions in the window of each scope in order of start, at most <paramref name="max"/> rows each; whole spans as above.</summary>
    ValueTask<Dictionary<long, List<SessionRow>>> ReadSessionsAsync(IReadOnlyList<SessionScope> scopes, SessionWindow window, int max, CancellationToken cancel);

    /// <summary>Records, and sessions as <see cref="ReadSessionsAsync"/> tells them, of what is shown; in one question where the engine can.</summary>
    /// <param name="cards">Of records, as this reader has seen them.</param>
    /// <param name="scopes">Whose sessions.</param>
    /// <param name="window">Which of them.</param>
    /// <param name="max">Rows of each.</param>
    /// <param name="isLast">The reader is asked nothing more.</param>
    /// <param name="cancel">Gives up.</param>
    ValueTask<ShownRows> ReadShownAsync(
        IReadOnlyCollection<OpportunityCard> cards, IReadOnlyList<SessionScope> scopes, SessionWindow window, int max, bool isLast, CancellationToken cancel);

    /// <summary>Of these subjects, those with a published time.</summary>
    ValueTask<HashSet<long>> ReadTimesAsync(IReadOnlyCollection<long> subjectIds, CancellationToken cancel);

    ValueTask<Dictionary<long, StoredOpportunity>> ReadOpportunitiesAsync(IReadOnlyCollection<long> ids, CancellationToken cancel);

    /// <summary>The next opportunities by row id, with their versions and documents.</summary>
    ValueTask<IReadOnlyList<(long Id, long Hash, byte[] Doc)>> ReadRecordsAsync(long after, int max, CancellationToken cancel);

    /// <summary>The next opportunities by row id, with the signatures of their words (<see cref="WordSignature"/>); null: not known, so that the record must be read.</summary>
    ValueTask<IReadOnlyList<(long Id, byte[]? Words)>> ReadSignaturesAsync(long after, int max, CancellationToken cancel);

    /// <summary>Originals after <paramref name="after"/> by row id, of items that are held.</summary>
    ValueTask<IReadOnlyList<KeptOriginal>> ReadOriginalsAsync(long after, int max, CancellationToken cancel);

    /// <summary>Statements after <paramref name="after"/> by row id: variants, or descriptions of parents that are embedded in their children.</summary>
    ValueTask<IReadOnlyList<KeptStatement>> ReadStatementsAsync(Speaker speaker, long after, int max, CancellationToken cancel);

    /// <summary>What stands under a public id, or under the one that it leads to.</summary>
    ValueTask<StoredOpportunity?> FindOpportunityAsync(string publicId, CancellationToken cancel);

    /// <summary>Public ids of other datasets' records of the same <c>@id</c>.</summary>
    ValueTask<IReadOnlyList<string>> ReadNamesakesAsync(string publicId, CancellationToken cancel);

    ValueTask<bool> IsWithdrawnAsync(string publicId, CancellationToken cancel);

    Task<long> PostcodeGenerationAsync(CancellationToken cancel);

    ValueTask<Postcode?> FindPostcodeAsync(string postcode, CancellationToken cancel);

    ValueTask<GeoPoint?> FindOutwardCodeAsync(string outwardCode, CancellationToken cancel);

    ValueTask<byte[]?> ReadDocumentAsync(string name, CancellationToken cancel);

    Task PingAsync(CancellationToken cancel);
}
