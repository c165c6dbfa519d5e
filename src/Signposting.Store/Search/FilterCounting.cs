using Signposting.Store.Commit;
using Signposting.Store.Hiding;
using Signposting.Store.Opportunities;

namespace Signposting.Store.Search;

/// <summary>
/// Counts what filters would leave, over the nearest opportunities that a query finds without them. Cards decide; of the
/// sessions only the starts are read.
/// </summary>
internal sealed class FilterCounting(IStoreReader reader, OpportunityQuery query, CardMemory cards, HiddenSet hidden, int most)
{
    /// <summary>Starts that are read for each: more than ten a day of a fortnight say nothing new of days and times of day.</summary>
    private const int MostStarts = 140;

    private readonly List<Counted> _counted = [];

    // Several filters ask for the same setting, which is hundreds of activities.
    private readonly Dictionary<IReadOnlySet<string>, HashSet<int>> _terms = new(ReferenceEqualityComparer.Instance);

    public async Task<FilterCounts> CountAsync(IReadOnlyList<FilterVariant> variants, DateTimeOffset now, CancellationToken cancel)
    {
        var activities = query.Activities is null ? null : await reader.FindTermsAsync(query.Activities, cancel).ConfigureAwait(false);
        if (activities is { Count: 0 })
            return new FilterCounts(new FilterCount[variants.Count], 0, IsAll: true);
        var isAll = await LookAsync(new CandidateFilter(query.Kinds, activities, query.Filters.Words is not null), now, cancel).ConfigureAwait(false);
        var counts = new FilterCount[variants.Count];
        for (var i = 0; i < counts.Length; i++)
            counts[i] = await CountAsync(variants[i], cancel).ConfigureAwait(false);
        return new FilterCounts(counts, _counted.Count, isAll);
    }

    /// <returns>Whether these are all that there are.</returns>
    private async Task<bool> LookAsync(CandidateFilter filter, DateTimeOffset now, CancellationToken cancel)
    {
        // Words, places left and ranking hold for every count; the other filters are what is counted.
        var asked = query.Filters;
        var whole = query with { Filters = new OpportunityFilters { Words = asked.Words, HasSpaces = asked.HasSpaces, StatedOnly = asked.StatedOnly } };
        var sieve = new Sieve(reader, whole, new FilterCheck(whole.Filters, null, null));
        var window = SessionWindows.Of(whole, now);
        var chunk = new List<Near>(most);
        await foreach (var candidate in CandidatesAsync(filter, cancel).ConfigureAwait(false))
        {
            chunk.Add(candidate);
            if (chunk.Count < most)
                continue;
            await TakeAsync(await sieve.PassAsync(chunk, cancel).ConfigureAwait(false), window, cancel).ConfigureAwait(false);
            chunk.Clear();
            if (_counted.Count >= most)
                return false;
        }

        await TakeAsync(await sieve.PassAsync(chunk, cancel).ConfigureAwait(false), window, cancel).ConfigureAwait(false);
        return _counted.Count < most;
    }

    private async IAsyncEnumerable<Near> CandidatesAsync(CandidateFilter filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        if (query.Attendance != AttendanceFilter.Online)
        {
            var walk = new NearestWalk(reader, cards, query.Centre!.Value, query.RadiusMetres, filter, most);
            await foreach (var near in walk.WalkAsync(0, null, cancel).ConfigureAwait(false))
                yield return near;
        }

        if (query.Attendance != AttendanceFilter.InPerson)
        {
            foreach (var candidate in await reader.ReadOnlineAsync(filter, cancel).ConfigureAwait(false))
            {
                if (query.Attendance == AttendanceFilter.Online || !candidate.Flags.HasFlag(OpportunityFlags.Placed))
                    yield return new Near(candidate, 0);
            }
        }
    }

    private async Task TakeAsync(List<Passed> passed, SessionWindow window, CancellationToken cancel)
    {
        if (window.Spans.Count == 0)
            return;
        var candidates = await VisibleAsync([.. passed.Select(one => one.Candidate)], cancel).ConfigureAwait(false);
        var guesses = await GuessesAsync(candidates, cancel).ConfigureAwait(false);
        var starts = await reader.ReadStartsAsync([.. candidates.Select(SessionMatch.ScopeOf)], window, MostStarts, cancel).ConfigureAwait(false);
        var without = candidates.FindAll(candidate => !starts.ContainsKey(candidate.Id));
        var timed = without.Count == 0 ? [] : await reader.ReadTimesAsync([.. without.Select(candidate => candidate.SubjectId).Distinct()], cancel).ConfigureAwait(false);
        foreach (var candidate in candidates.Take(most - _counted.Count))
        {
            var guessed = guesses.GetValueOrDefault(candidate.Id) ?? [];
            if (starts.TryGetValue(candidate.Id, out var all))
                _counted.Add(new Counted(candidate, [.. all.Select(MinuteOfWeek).Distinct()], guessed));
            else if (!timed.Contains(candidate.SubjectId) && SessionMatch.IsOn(candidate, window))
                _counted.Add(new Counted(candidate, [], guessed));
        }
    }

    /// <summary>What was only read out of names, for who asks for stated values (<see cref="GuessCheck"/>); nothing for others.</summary>
    private async Task<Dictionary<long, string[]>> GuessesAsync(List<Candidate> candidates, CancellationToken cancel)
    {
        if (!query.Filters.StatedOnly || candidates.Count == 0)
            return [];
        var read = await reader.ReadOpportunitiesAsync([.. candidates.Select(candidate => candidate.Id)], cancel).ConfigureAwait(false);
        return read.ToDictionary(one => one.Key, one => (DescriptionCodec.Decode(one.Value.Doc).Inferred ?? []).Select(guess => guess.About).ToArray());
    }

    private async Task<List<Candidate>> VisibleAsync(List<Candidate> candidates, CancellationToken cancel)
    {
        if (hidden.IsEmpty || candidates.Count == 0)
            return candidates;
        var read = await reader.ReadOpportunitiesAsync([.. candidates.Select(candidate => candidate.Id)], cancel).ConfigureAwait(false);
        return candidates.FindAll(candidate => read.TryGetValue(candidate.Id, out var stored)
            && !hidden.Hides(Answers.ToOpportunity(stored, DescriptionCodec.Decode(stored.Doc), timesPublished: true)));
    }

    private async Task<FilterCount> CountAsync(FilterVariant variant, CancellationToken cancel)
    {
        var filters = variant.Filters;
        // Words were decided by the records themselves.
        var check = new FilterCheck(
            filters with { Words = null }, await FindAsync(filters.Setting?.Wanted, cancel).ConfigureAwait(false), await FindAsync(filters.Setting?.Known, cancel).ConfigureAwait(false));
        var asked = filters.StatedOnly ? GuessCheck.Asked(filters, query.Attendance).ToArray() : [];
        var (passing, stated) = (0, 0);
        foreach (var one in _counted)
        {
            if (check.Of(one.Candidate) is not { } unstated || !one.IsAt(filters) || asked.Any(one.Guesses.Contains))
                continue;
            if (filters.HasTimes && one.Minutes.Length == 0)
                unstated |= Unstated.Times;
            passing++;
            if ((unstated & variant.Subject) == 0)
                stated++;
        }

        return new FilterCount(passing, stated);
    }

    private async ValueTask<IReadOnlySet<int>?> FindAsync(IReadOnlySet<string>? ids, CancellationToken cancel)
    {
        if (ids is null)
            return null;
        if (!_terms.TryGetValue(ids, out var terms))
            _terms.Add(ids, terms = (await reader.FindTermsAsync(ids, cancel).ConfigureAwait(false)).ToHashSet());
        return terms;
    }

    private static short MinuteOfWeek(long start)
    {
        var time = UkTime.FromUnix(start);
        return (short)(((int)time.DayOfWeek * 1440) + (time.Hour * 60) + time.Minute);
    }

    /// <param name="Minutes">Of the week, at which it starts, from midnight before Sunday; none: no times are published.</param>
    /// <param name="Guesses">What was only read out of its name.</param>
    private sealed record Counted(Candidate Candidate, short[] Minutes, string[] Guesses)
    {
        public bool IsAt(OpportunityFilters filters)
        {
            if (Minutes.Length == 0)
                return !(filters.StatedOnly && (filters.HasTimes || filters.HasSpaces));
            return !filters.HasTimes || Array.Exists(Minutes, minute => Matches(minute, filters));
        }

        private static bool Matches(short minute, OpportunityFilters filters)
        {
            var time = TimeOnly.MinValue.AddMinutes(minute % 1440);
            return (filters.Days.Count == 0 || filters.Days.Contains((DayOfWeek)(minute / 1440)))
                && !(time < filters.StartAfter) && !(time >= filters.StartBefore);
        }
    }
}
