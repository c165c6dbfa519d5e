using System.Globalization;
using Signposting.Store.Usage;
using Signposting.Usage.Contacts;
using Signposting.Usage.Counting;

namespace Signposting.Api.Extracts;

/// <summary>Counts the events of a month for every board at once and nationally; holds the contacts of one day.</summary>
internal sealed class MonthTally
{
    private readonly Dictionary<string, MonthCounts> _boards = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LateCounts> _lateOfBoards = new(StringComparer.Ordinal);
    private ContactsOfDay _day = new();

    public MonthCounts National { get; } = new(isNational: true);

    public LateCounts LateNational { get; } = new();

    /// <summary>Every board that has anything in this month, by its ODS code.</summary>
    public IEnumerable<string> Boards => _boards.Keys.Union(_lateOfBoards.Keys).Order(StringComparer.Ordinal);

    public MonthCounts Of(string board) => _boards.GetValueOrDefault(board) ?? new MonthCounts(isNational: false);

    public LateCounts LateOf(string board) => _lateOfBoards.GetValueOrDefault(board) ?? new LateCounts();

    public void Add(UsageEvent usage) => _day.Add(usage);

    public void EndDay()
    {
        foreach (var contact in _day.All)
        {
            National.Add(contact);
            if (contact.Area.Icb is { } icb)
                BoardOf(icb).Add(contact);
        }

        _day = new ContactsOfDay();
    }

    public void AddLate(UsageEvent usage)
    {
        LateNational.Add(usage);
        if (usage.Area.Icb is not { } icb)
            return;
        if (!_lateOfBoards.TryGetValue(icb, out var late))
            _lateOfBoards.Add(icb, late = new LateCounts());
        late.Add(usage);
    }

    private MonthCounts BoardOf(string icb)
    {
        if (!_boards.TryGetValue(icb, out var counts))
            _boards.Add(icb, counts = new MonthCounts(isNational: false));
        return counts;
    }
}

/// <summary>Events that came after their month was published, by that month.</summary>
internal sealed class LateCounts
{
    private readonly SortedDictionary<string, (HashSet<(DateOnly, UInt128)> Contacts, Events Events)> _months = new(StringComparer.Ordinal);

    public IEnumerable<(string Month, Counts Counts)> Months => _months.Select(month => (month.Key, new Counts(month.Value.Contacts.Count, month.Value.Events.Searches, month.Value.Events.Signposts)));

    public void Add(UsageEvent usage)
    {
        var month = usage.Day.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        var (contacts, events) = _months.GetValueOrDefault(month, ([], default));
        contacts.Add((usage.Day, ContactsOfDay.KeyOf(usage.Contact)));
        _months[month] = (contacts, events + new Events(usage.Kind == UsageKind.Search ? 1 : 0, usage.Kind == UsageKind.Signpost ? 1 : 0));
    }
}
