using Signposting.Store.Harvest;
using Signposting.Store.Opportunities;

namespace Signposting.Api.Tests.Building;

/// <summary>Builds an opportunity as the harvester hands it to the store.</summary>
internal sealed class Listing
{
    private readonly List<(DateTimeOffset Start, DateTimeOffset? End, SessionStatus Status, int? Places)> _sessions = [];

    private string _publisher = "leisure";

    public Listing(string name) => (ItemId, Description) = (name, new Description { Name = name });

    public string ItemId { get; }

    public OpportunityType Type { get; private set; } = OpportunityType.SessionSeries;

    public Description Description { get; private set; }

    public string PublicId => Subject.ToPublicId();

    private SubjectKey Subject => SubjectKey.FromId($"https://{_publisher}.test/{ItemId}");

    /// <summary>The same, under the id that another publisher gives it.</summary>
    public Listing From(string publisher)
    {
        _publisher = publisher;
        return this;
    }

    public Listing As(OpportunityType type)
    {
        Type = type;
        return this;
    }

    public Listing At(double lat, double lon, string venue = "Test Centre") =>
        With(description => description with { Place = new Place { Name = venue, Lat = lat, Lon = lon, Address = "1 Test Street", Locality = "Leeds", Postcode = "LS1 3AD" } });

    public Listing With(Func<Description, Description> change)
    {
        Description = change(Description);
        return this;
    }

    public Listing Doing(string label, string? id = null) => With(description => description with { Activities = [new Activity(id, label)] });

    /// <param name="start">ISO 8601 with an offset.</param>
    public Listing On(string start, double hours = 1, SessionStatus status = SessionStatus.Scheduled, int? places = null)
    {
        var from = DateTimeOffset.Parse(start);
        _sessions.Add((from, from.AddHours(hours), status, places));
        return this;
    }

    public ItemChange ToItem(long modified = 1) => new()
    {
        Id = ItemId,
        Modified = modified,
        ModifiedAt = DateTimeOffset.FromUnixTimeSeconds(1_780_000_000),
        Kind = ChangeKind.Updated,
        Fragments = [new Fragment { Subject = Subject, Origin = FragmentOrigin.Own, Type = Type, Description = Description }],
        Sessions = [.. _sessions.Select(session => new SessionChange
        {
            Subject = Subject, SubjectType = Type, Start = session.Start, End = session.End, Status = session.Status, RemainingPlaces = session.Places, IsEmbedded = true,
        })],
        ContentHash = (ulong)HashCode.Combine(ItemId, modified),
    };

    public ItemChange ToTombstone(long modified) => new() { Id = ItemId, Modified = modified, Kind = ChangeKind.Deleted };
}
