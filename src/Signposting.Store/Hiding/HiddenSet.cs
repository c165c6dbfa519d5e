using System.Collections.Frozen;
using Signposting.Store.Search;

namespace Signposting.Store.Hiding;

/// <summary>All that is hidden, ready to be asked for each result.</summary>
internal sealed class HiddenSet(IReadOnlyList<Hidden> all)
{
    private const string SameClass = "same class as ";

    private readonly FrozenSet<string> _opportunities = Of(all, HiddenKind.Opportunity, target => target);
    private readonly FrozenSet<string> _organizers = Of(all, HiddenKind.Organizer, NameKey);
    private readonly FrozenSet<string> _feeds = Of(all, HiddenKind.Feed, target => target);

    public bool IsEmpty => all.Count == 0;

    /// <summary>What comes from several feeds is hidden when one of them, or one of its records, is: the other publisher's record is of the same class.</summary>
    public bool Hides(Opportunity opportunity) => opportunity.Provenance.Any(record =>
        HidesRecord(record.Id, record.Organizer) || (_feeds.Count > 0 && _feeds.Contains(record.Feed)));

    /// <summary>The entry that hides a record by its id or organiser; null when there is none.</summary>
    public Hidden? Of(string publicId, string? organizer) => !HidesRecord(publicId, organizer) ? null : all.First(hidden =>
        hidden.Kind == HiddenKind.Opportunity ? hidden.Target == publicId : hidden.Kind == HiddenKind.Organizer && organizer is not null && NameKey(hidden.Target) == NameKey(organizer));

    private bool HidesRecord(string publicId, string? organizer) =>
        _opportunities.Contains(publicId) || (_organizers.Count > 0 && organizer is not null && _organizers.Contains(NameKey(organizer)));

    /// <summary>By whom something is hidden that turned out to be of a hidden class.</summary>
    public static string SameClassAs(string publicId) => SameClass + publicId;

    /// <summary>The record because of whose class this was hidden; null when somebody hid it.</summary>
    public static string? LeaderOf(Hidden hidden) => hidden.By.StartsWith(SameClass, StringComparison.Ordinal) ? hidden.By[SameClass.Length..] : null;

    /// <summary>The entry that hides this very target; null when there is none.</summary>
    public static Hidden? Find(IReadOnlyList<Hidden> all, HiddenKind kind, string target) => all.FirstOrDefault(hidden =>
        hidden.Kind == kind && (kind == HiddenKind.Organizer ? NameKey(hidden.Target) == NameKey(target) : hidden.Target == target));

    /// <summary>Publishers write the same name in several ways.</summary>
    public static string NameKey(string name) =>
        string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();

    private static FrozenSet<string> Of(IReadOnlyList<Hidden> all, HiddenKind kind, Func<string, string> key) =>
        all.Where(hidden => hidden.Kind == kind).Select(hidden => key(hidden.Target)).ToFrozenSet(StringComparer.Ordinal);
}
