using Signposting.Store.Opportunities;

namespace Signposting.Store.Search;

/// <summary>
/// For searches that ask for stated values only: whether something passes a filter by a value that no publisher stated, but that was read out of
/// its name or description. A reading may be wrong, and whoever asks for stated values wants none (docs/decisions/0008).
/// </summary>
internal sealed class GuessCheck(OpportunityQuery query)
{
    private readonly HashSet<string> _asked = [.. Asked(query.Filters, query.Attendance)];
    private readonly HashSet<string>? _activities = query.Activities?.ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether records have to be looked at for it at all.</summary>
    public bool IsNeeded => query.Filters.StatedOnly && (_asked.Count > 0 || _activities is not null);

    public bool IsGuessed(Description description) =>
        (description.Inferred is { } inferred && inferred.Any(guess => _asked.Contains(guess.About)))
        || (_activities is not null && !(description.Activities ?? []).Any(activity => activity is { Id: { } id, Words: null } && _activities.Contains(id)));

    /// <summary>What these filters ask of a record and a harvester may have read out of its name; see <see cref="Inferences"/>.</summary>
    public static IEnumerable<string> Asked(OpportunityFilters filters, AttendanceFilter attendance)
    {
        if (filters.Age is not null)
            yield return Inferences.Ages;
        if (filters.Gender is not null)
            yield return Inferences.Gender;
        if (filters.Levels != Levels.None)
            yield return Inferences.Levels;
        if (filters.Free is not null || filters.MaxPrice is not null)
            yield return Inferences.Free;
        if (filters.Coached is not null)
            yield return Inferences.Uncoached;
        if (attendance == AttendanceFilter.Online)
            yield return Inferences.Online;
    }
}
