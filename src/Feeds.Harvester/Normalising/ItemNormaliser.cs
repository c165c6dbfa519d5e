using System.Text.Json;
using Feeds.Harvester.Json;
using OpenActive.Vocabulary;
using Signposting.Store.Harvest;
using Signposting.Store.Opportunities;

namespace Feeds.Harvester.Normalising;

/// <summary>
/// Turns the <c>data</c> of one RPDE item into what the store keeps. Reads OpenActive Modelling Opportunity Data 2.0 as it
/// is really published; knows no I/O. Safe for concurrent use.
/// </summary>
public sealed class ItemNormaliser
{
    /// <summary>Part of every <see cref="ItemChange.ContentHash"/>: raise it whenever the same data would give another result.</summary>
    public const string Version = "3";

    private readonly TimeProvider _time;
    private readonly Activities _activities;
    private readonly Inferring _inferring;
    private readonly PostcodePoints _postcodes;
    private readonly Repeated _repeated;
    private readonly Relocation _relocation;
    private readonly Wholes _wholes;
    private readonly Occurrences _occurrences;

    /// <param name="activities">The activity list at this moment: called for every record, so that the list may change at run time.</param>
    /// <param name="time">The clock; used only to leave out sessions that are over when an item has too many.</param>
    public ItemNormaliser(Func<ActivityList> activities, TimeProvider time)
        : this(new Activities(activities), new Inferring(new NameReader(activities)), new Repeated(), time, PostcodePoints.None)
    {
    }

    private ItemNormaliser(Activities activities, Inferring inferring, Repeated repeated, TimeProvider time, PostcodePoints postcodes)
    {
        ArgumentNullException.ThrowIfNull(time);
        (_time, _activities, _inferring, _repeated, _postcodes) = (time, activities, inferring, repeated, postcodes);
        var whereabouts = new Whereabouts(postcodes);
        _relocation = new Relocation(whereabouts);
        var descriptions = new Descriptions(activities, new Places(whereabouts, repeated), inferring, repeated);
        var sessions = new Sessions(descriptions);
        var parents = new Parents(descriptions);
        _wholes = new Wholes(descriptions, sessions, parents);
        _occurrences = new Occurrences(descriptions, sessions, parents, _wholes);
    }

    /// <summary>The same normaliser with the points of postcodes as proof: for one page, and like these for one thread.</summary>
    public ItemNormaliser With(PostcodePoints postcodes)
    {
        ArgumentNullException.ThrowIfNull(postcodes);
        return new ItemNormaliser(_activities, _inferring, _repeated, _time, postcodes);
    }

    /// <summary>
    /// Never throws for what a publisher sends: a record that cannot be kept becomes <see cref="ChangeKind.Rejected"/> with a
    /// reason of <see cref="RejectionReasons"/>. The result refers to <see cref="NormalItem.Data"/>, which must stay valid with it.
    /// </summary>
    public ItemChange Normalise(in NormalItem item)
    {
        _postcodes.Begin();
        var hash = ContentHashes.Of(item.Data.Span);
        if (item.Data.IsEmpty)
            return Reject(item, hash, new(RejectionReasons.DataMissing, "The item has no data."));
        if (item.Json.Tokens is not null)
            return Read(item, item.Json, hash);
        if (!System.Text.Unicode.Utf8.IsValid(item.Data.Span))
            return Reject(item, hash, new(RejectionReasons.BadText, "The data is not valid UTF-8."));
        try
        {
            using var tokens = JsonTokens.Parse(item.Data, out var json);
            return Read(item, json, hash);
        }
        catch (JsonException error)
        {
            return Reject(item, hash, NotJson(item, error));
        }
    }

    /// <summary>What was read before, placed where it would be placed if it were read now; the same instance when nothing is different.</summary>
    public Description Relocate(Description described)
    {
        ArgumentNullException.ThrowIfNull(described);
        _postcodes.Begin();
        return _relocation.Relocate(described);
    }

    private ItemChange Read(in NormalItem item, JsonValue data, ulong hash)
    {
        if (JsonText.HasLoneSurrogate(item.Data.Span))
            return Reject(item, hash, new(RejectionReasons.BadText, "The data holds half of a surrogate pair."));
        if (!data.IsObject())
            return Reject(item, hash, new(RejectionReasons.DataMissing, $"The data is no object but {Text.Quote(data.GetRawText())}."));
        var draft = new ItemDraft(item.FeedUrl, item.Id, _time, item.Subject);
        if (Read(new JsonRecord(data), item.FeedKind, draft) is { } rejection)
            return Reject(item, hash, rejection);
        return draft.ToChange(item, _postcodes.WereAsked ? ContentHashes.WithDirectory(hash) : hash);
    }

    private Rejection? Read(in JsonRecord record, string feedKind, ItemDraft draft)
    {
        var isStated = record.Has(Property.AtType) || record.Has(Property.Type);
        var type = isStated ? RecordTypes.Of(record) : RecordTypes.OfKind(feedKind);
        switch (type)
        {
            case RecordType.None when isStated:
                return new(RejectionReasons.TypeUnknown, $"The type {RecordTypes.Quote(record)} is no opportunity or session.");
            case RecordType.None:
                return new(RejectionReasons.TypeMissing, $"The data has no @type, and the feed's kind {Text.Quote(feedKind)} does not tell it.");
            case RecordType.ScheduledSession or RecordType.Slot or RecordType.Event:
                return _occurrences.Read(record, type, draft);
            default:
                _wholes.ReadOwn(record, (OpportunityType)type, draft);
                return null;
        }
    }

    private static Rejection NotJson(in NormalItem item, JsonException error) =>
        JsonText.IsDeeperThan(item.Data.Span, NormalisingLimits.JsonDepth)
            ? new(RejectionReasons.TooDeep, $"The data is nested deeper than {NormalisingLimits.JsonDepth} levels.")
            : new(RejectionReasons.BadJson, $"The data is not JSON: line {error.LineNumber + 1}, byte {error.BytePositionInLine}.");

    private static ItemChange Reject(in NormalItem item, ulong hash, Rejection rejection) => new()
    {
        Id = item.Id,
        Modified = item.Modified,
        ModifiedAt = item.ModifiedAt,
        Kind = ChangeKind.Rejected,
        Rejection = rejection,
        ContentHash = hash,
    };
}
