using Signposting.Store.Commit;
using Signposting.Store.Hiding;
using Signposting.Store.Search;

namespace Signposting.Store.SameClass;

/// <summary>Reads and writes which records are of one class.</summary>
internal interface ISameClassWriter
{
    /// <summary>Whether there is more than one dataset.</summary>
    ValueTask<bool> HasSeveralDatasetsAsync(CancellationToken cancel);

    /// <summary>Of these likenesses, those that something offered has, with the lowest and highest id of the datasets that it is from.</summary>
    ValueTask<Dictionary<long, (long First, long Last)>> ReadDatasetsAsync(IReadOnlyCollection<long> likenesses, CancellationToken cancel);

    /// <summary>What is offered with these likenesses inside these boxes, at most <paramref name="most"/> for each, lowest row ids first.</summary>
    ValueTask<IReadOnlyList<ClassRow>> ReadAlikeAsync(IReadOnlyCollection<(long Likeness, GeoBox Box)> where, int most, CancellationToken cancel);

    /// <summary>Sessions of these subjects that start at <paramref name="from"/> or later, of feeds that are there; whole spans only while there is nothing else.</summary>
    ValueTask<Dictionary<long, List<SessionRow>>> ReadTimesFromAsync(IReadOnlyCollection<long> subjectIds, long from, int most, CancellationToken cancel);

    /// <summary>Of these subjects, those whose records are compared with others.</summary>
    ValueTask<HashSet<long>> ReadComparedAsync(IReadOnlyCollection<long> subjectIds, CancellationToken cancel);

    /// <summary>Of the subjects that are compared, those that the feed describes or has a session of.</summary>
    ValueTask<IReadOnlyList<long>> ReadComparedOfFeedAsync(long feedId, CancellationToken cancel);

    /// <summary>Subjects of other datasets whose <c>@id</c> the feed describes too.</summary>
    ValueTask<IReadOnlyList<long>> ReadNamesakesOfFeedAsync(long feedId, CancellationToken cancel);

    ValueTask WriteComparedAsync(IReadOnlyCollection<long> added, IReadOnlyCollection<long> removed, CancellationToken cancel);

    ValueTask WriteVerdictsAsync(IReadOnlyCollection<ClassVerdict> verdicts, CancellationToken cancel);

    /// <summary>All that is hidden, oldest first.</summary>
    ValueTask<IReadOnlyList<Hidden>> ReadHiddenAsync(CancellationToken cancel);
}
