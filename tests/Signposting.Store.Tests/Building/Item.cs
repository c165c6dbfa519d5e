using System.Security.Cryptography;
using System.Text.Json;
using Signposting.Store.Harvest;
using Signposting.Store.Opportunities;
using static System.Buffers.Binary.BinaryPrimitives;

namespace Signposting.Store.Tests.Building;

/// <summary>One RPDE item, said in a sentence: <c>Item.Of("7").Describes(Series, "https://…/1", yoga).HasSession(…)</c>.</summary>
internal sealed class Item
{
    private readonly List<Fragment> _fragments = [];
    private readonly List<SessionChange> _sessions = [];
    private readonly string _id;
    private readonly long? _modified;

    private Item(string id, long? modified) => (_id, _modified) = (id, modified);

    public static Item Of(string id, long? modified = 1) => new(id, modified);

    public static ItemChange Tombstone(string id, long? modified = 1) => new() { Id = id, Modified = modified, Kind = ChangeKind.Deleted };

    public static ItemChange Rejected(string id, string reason, string detail = "", long? modified = 1) =>
        new() { Id = id, Modified = modified, Kind = ChangeKind.Rejected, Rejection = new Rejection(reason, detail) };

    /// <summary>The item's own record.</summary>
    public Item Describes(OpportunityType type, string subject, Description description, string? under = null) =>
        Add(FragmentOrigin.Own, type, subject, description, under);

    /// <summary>Its parent, embedded.</summary>
    public Item Embeds(OpportunityType type, string subject, Description description, string? under = null) =>
        Add(FragmentOrigin.Embedded, type, subject, description, under);

    /// <summary>A facility inside it.</summary>
    public Item Nests(OpportunityType type, string subject, Description description, string under) =>
        Add(FragmentOrigin.Nested, type, subject, description, under);

    /// <param name="of">The subject that the session belongs to.</param>
    /// <param name="type">What that subject is if nobody describes it.</param>
    public Item HasSession(string of, DateTimeOffset start, OpportunityType type = OpportunityType.SessionSeries, int minutes = 60, Description? own = null,
        SessionStatus status = SessionStatus.Scheduled, int? places = null, bool embedded = false, bool whole = false, string? url = null)
    {
        _sessions.Add(new SessionChange
        {
            Subject = SubjectKey.FromId(of),
            SubjectType = type,
            Start = start,
            End = start.AddMinutes(minutes),
            Own = own,
            Status = status,
            RemainingPlaces = places,
            IsEmbedded = embedded,
            IsWhole = whole,
            Url = url,
        });
        return this;
    }

    public ItemChange Build()
    {
        var original = JsonSerializer.SerializeToUtf8Bytes(new { _fragments, _sessions });
        return new ItemChange
        {
            Id = _id,
            Modified = _modified,
            ModifiedAt = _modified is > 0 and < 4_000_000_000 ? DateTimeOffset.FromUnixTimeSeconds(_modified.Value) : null,
            Kind = ChangeKind.Updated,
            Fragments = _fragments,
            Sessions = _sessions,
            Original = original,
            ContentHash = ReadUInt64LittleEndian(SHA256.HashData(original)),
        };
    }

    public static implicit operator ItemChange(Item item) => item.Build();

    private Item Add(FragmentOrigin origin, OpportunityType type, string subject, Description description, string? under)
    {
        _fragments.Add(new Fragment
        {
            Subject = SubjectKey.FromId(subject),
            Origin = origin,
            Type = type,
            Parent = under is null ? null : SubjectKey.FromId(under),
            Description = description,
        });
        return this;
    }
}
