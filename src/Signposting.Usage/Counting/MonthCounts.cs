using System.Globalization;
using Signposting.Store.Usage;
using Signposting.Usage.Contacts;
using Signposting.Usage.Tables;

namespace Signposting.Usage.Counting;

/// <summary>Counts the contacts of a month, for one Integrated Care Board or for all: exact, and not for publication.</summary>
/// <param name="isNational">Areas are then boards, not places within one.</param>
public sealed class MonthCounts(bool isNational)
{
    private readonly Dictionary<UsageTable, Dictionary<RowKey, Counts>> _tables = UsageTable.All.ToDictionary(table => table, _ => new Dictionary<RowKey, Counts>());
    private readonly SortedSet<UsageVintage> _vintages = new(Comparer<UsageVintage>.Create((left, right) => (left.LsoaYear, left.IcbYear, left.ImdYear).CompareTo((right.LsoaYear, right.IcbYear, right.ImdYear))));

    public bool IsNational => isNational;

    public Counts Total { get; private set; }

    /// <summary>Of which editions the areas are.</summary>
    public IReadOnlyCollection<UsageVintage> Vintages => _vintages;

    public IReadOnlyDictionary<RowKey, Counts> this[UsageTable table] => _tables[table];

    public void Add(ContactsOfDay day)
    {
        ArgumentNullException.ThrowIfNull(day);
        foreach (var contact in day.All)
            Add(contact);
    }

    public void Add(Contact contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        var counts = CountsOf(contact.All);
        Total += counts;
        if (contact.Area.Vintage is { } vintage)
            _vintages.Add(vintage);
        var decile = contact.Area.ImdDecile?.ToString(CultureInfo.InvariantCulture) ?? Words.NotKnown;
        IReadOnlyList<string> conditions = contact.Conditions.Count == 0 ? [Words.NoneNamed] : contact.Conditions;
        Add(UsageTable.ByDeprivation, new RowKey(decile), counts);
        foreach (var condition in conditions)
        {
            Add(UsageTable.ByCondition, new RowKey(condition), counts);
            Add(UsageTable.ByConditionAndDeprivation, new RowKey(condition, decile), counts);
            if (contact.Unmet is { } nearest)
                Add(UsageTable.UnmetDemand, new RowKey(AreaOf(contact.Area).Code, condition, nearest), counts);
        }

        AddArea(contact.Area, counts);
        AddEvents(contact, counts);
    }

    private void AddArea(UsageArea area, Counts counts)
    {
        var (code, level) = AreaOf(area);
        Add(UsageTable.ByArea, new RowKey(level, code), counts);
        if (!isNational && area.SubIcb is { } subIcb)
            Add(UsageTable.ByArea, new RowKey(Levels.Msoa, area.Msoa ?? Words.NotKnown, subIcb), counts);
    }

    private void AddEvents(Contact contact, Counts counts)
    {
        foreach (var (channel, events) in contact.Channels)
            Add(UsageTable.ByChannel, new RowKey(NameOf(channel)), CountsOf(events));
        foreach (var (activity, events) in contact.Activities)
            Add(UsageTable.ByActivity, new RowKey(activity), CountsOf(events));
        if (contact.Activities.Count == 0)
            Add(UsageTable.ByActivity, new RowKey(Words.NoneNamed), counts);
        // A search names no provider: it counts for whom its contact came to.
        foreach (var (provider, events) in contact.Providers)
            Add(UsageTable.ByProvider, new RowKey(provider), new Counts(1, contact.All.Searches, events.Signposts));
        if (contact.Providers.Count == 0)
            Add(UsageTable.ByProvider, new RowKey(Words.None), counts);
    }

    private void Add(UsageTable table, RowKey key, Counts counts)
    {
        ref var row = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_tables[table], key, out _);
        row += counts;
    }

    private (string Code, string Level) AreaOf(UsageArea area) => isNational
        ? area.Icb is { } icb ? (icb, Levels.Icb) : (Words.NotKnown, Levels.NotKnown)
        : area.SubIcb is { } subIcb ? (subIcb, Levels.SubIcb) : (Words.NotKnown, Levels.NotKnown);

    private static Counts CountsOf(Events events) => new(1, events.Searches, events.Signposts);

    private static string NameOf(UsageChannel channel) => channel switch
    {
        UsageChannel.Rest => "rest",
        UsageChannel.Page => "page",
        _ => "leaflet",
    };
}
