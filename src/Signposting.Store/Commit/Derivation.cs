using Signposting.Store.Opportunities;

namespace Signposting.Store.Commit;

/// <summary>
/// What is offered of a subject, from everything that is known of it now: a pure function, so the order
/// in which records arrived can never matter (docs/decisions/0002).
/// </summary>
internal ref struct Derivation(SubjectState subject, Dictionary<long, SubjectState> known, Descriptions descriptions)
{
    /// <summary>EventSeries above SessionSeries above ScheduledSession is the deepest that the standard has; one to spare.</summary>
    public const int MaxAncestors = 4;

    /// <summary>Places nearer than this to each other are one venue described twice.</summary>
    private const double SameVenueMetres = 150;

    /// <summary>The note of a reader that dropped coordinates because they are in another country.</summary>
    private const string OutsideUk = "coordinates-outside-uk: ";

    private readonly FragmentRow? _fragment = Best(subject);

    /// <summary>The description is the fragment's, unchanged, and need not be stored twice.</summary>
    private bool _isFragments;

    /// <summary>The fragment that counts: the record itself before a nested before an embedded description; then the newest.</summary>
    public static FragmentRow? Best(SubjectState subject)
    {
        FragmentRow? best = null;
        for (var i = 0; i < subject.Fragments.Length; i++)
        {
            var fragment = subject.Fragments[i];
            if (IsAlive(subject, fragment) && (best is null || Compare(fragment, best) < 0))
                best = fragment;
        }

        return best;
    }

    public Derived Derive()
    {
        var type = _fragment?.Type ?? (subject.Variants.Count > 0 ? subject.Variants[0].Type : default(OpportunityType?));
        if (type is null)
            return Derived.NotDescribed(subject);
        if (RootOf() is { } root)
            return Derived.PartOf(subject, root);
        if (type is OpportunityType.Course || (IsUmbrella(type.Value) && subject is { HasChildren: true, HasSessions: false }))
            return Derived.NotOffered(subject, null, null);

        if (StandsAlone() is { } alone)
            return Derived.Offered(subject, [NewDraft(subject.Key, type.Value, alone.Facts, alone.Doc, alone.DocHash, null, null)]);
        var described = Describe();
        var venues = Venues(described);
        var drafts = new List<Draft>(venues.Count + 1);
        var whole = AddBase(drafts, type.Value, described, venues);
        if (venues.Count > 0)
            AddVenues(drafts, type.Value, described, venues);
        return drafts.Count > 0 ? Derived.Offered(subject, [.. drafts]) : WhyNot(whole);
    }

    /// <summary>A parent that is known only from its children lives as long as they do.</summary>
    private static bool IsAlive(SubjectState subject, FragmentRow fragment) =>
        fragment.Origin != (byte)Harvest.FragmentOrigin.Embedded || subject.HasSessions || subject.HasChildren;

    private static int Compare(FragmentRow a, FragmentRow b)
    {
        var order = a.Origin.CompareTo(b.Origin);
        if (order == 0)
            order = Nullable.Compare(b.Modified, a.Modified);
        if (order == 0)
            order = a.FeedId.CompareTo(b.FeedId);
        return order != 0 ? order : a.ItemKey.CompareTo(b.ItemKey);
    }

    private static bool IsUmbrella(OpportunityType type) => type is OpportunityType.EventSeries or OpportunityType.HeadlineEvent;

    /// <summary>An individual facility is shown under its FacilityUse: twelve courts are one result.</summary>
    private long? RootOf() =>
        _fragment is { Type: OpportunityType.IndividualFacilityUse, ParentId: { } parent }
        && known.TryGetValue(parent, out var state) && Best(state) is { Type: OpportunityType.FacilityUse }
            ? parent
            : null;

    /// <summary>Most inherit nothing, and no session says more: what they come to may have been computed before the transaction.</summary>
    private Standing? StandsAlone() =>
        _fragment is { ParentId: null } && subject.Variants.Count == 0 ? descriptions.AloneOf(_fragment) : null;

    private Description Describe()
    {
        var description = _fragment is null ? new Description() : descriptions.Of(_fragment);
        _isFragments = _fragment is not null && subject.Variants.Count == 0;
        var seen = new HashSet<long> { subject.Id };
        for (var at = _fragment; seen.Count <= MaxAncestors && at?.ParentId is { } parentId && seen.Add(parentId);)
        {
            at = known.TryGetValue(parentId, out var parent) ? Best(parent) : null;
            if (at is null)
                break;
            _isFragments = false;
            description = description.InheritFrom(descriptions.Of(at), withOffers: IsFacility(at.Type));
        }

        var described = WithoutIdlePlace(description);
        _isFragments &= ReferenceEquals(described, description);
        return described;
    }

    /// <summary>What happens online only has no place; itself when there is nothing to leave out.</summary>
    public static Description WithoutIdlePlace(Description description) =>
        description is { Attendance: AttendanceMode.Online, Place: not null } ? description with { Place = null } : description;

    /// <summary>Inferred values fill what is still open: after inheritance, so that they never hide what a parent states.</summary>
    private Description Settle(Description described)
    {
        var settled = described.Settle();
        _isFragments &= ReferenceEquals(settled, described);
        return settled;
    }

    private static bool IsFacility(OpportunityType type) => type is OpportunityType.FacilityUse;

    /// <summary>The venues that sessions name themselves, near ones together; the order is that of the variants' hashes.</summary>
    private List<Venue> Venues(Description described)
    {
        if (subject.Variants.Count == 0)
            return [];
        var venues = new List<Venue>();
        var home = described.Place?.Point;
        foreach (var variant in subject.Variants.OrderBy(v => v.Hash))
        {
            var own = DescriptionCodec.Decode(variant.Doc);
            var point = (own.Attendance ?? described.Attendance) == AttendanceMode.Online ? null : own.Place?.Point;
            var venue = venues.Find(v => v.Takes(point, home));
            if (venue is null)
                venues.Add(venue = new Venue(point is { } p && (home is not { } h || p.DistanceTo(h) > SameVenueMetres) ? point : null));
            venue.Variants.Add(variant);
            venue.Owns.Add(own);
        }

        return venues;
    }

    /// <returns>The subject with what its sessions add, whether it can be offered or not.</returns>
    private Description AddBase(List<Draft> drafts, OpportunityType type, Description described, List<Venue> venues)
    {
        var home = venues.Find(v => v.Point is null);
        var away = venues.Where(v => v.Point is not null).ToList();
        if (described.Place?.Point is null && described.Attendance != AttendanceMode.Online && away.Count == 1)
            home = Adopt(venues, home, away);
        var merged = Settle(home is null ? described : home.Complete(described));
        var variants = venues.Exists(v => v != home) ? home?.VariantIds().Prepend(0).ToArray() ?? [0] : null;
        if (IsOfferable(merged))
            drafts.Add(NewDraft(subject.Key, type, merged, variants, home?.Variants.FirstOrDefault()));
        if (home is not null)
            venues.Remove(home);
        return merged;
    }

    /// <summary>A series without a place whose sessions are all at one venue is at that venue.</summary>
    private static Venue Adopt(List<Venue> venues, Venue? home, List<Venue> away)
    {
        var adopted = away[0];
        if (home is not null)
        {
            adopted.Variants.AddRange(home.Variants);
            adopted.Owns.AddRange(home.Owns);
            venues.Remove(home);
        }

        return adopted;
    }

    private void AddVenues(List<Draft> drafts, OpportunityType type, Description described, List<Venue> venues)
    {
        foreach (var venue in venues)
        {
            var merged = Settle(venue.Owns[0].InheritFrom(described, withOffers: true) with { Url = described.Url });
            var name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{venue.Point!.Value.Lat:F3},{venue.Point.Value.Lon:F3}");
            if (IsOfferable(merged))
                drafts.Add(NewDraft(subject.Key.Part(name), type, merged, venue.VariantIds(), venue.Variants[0]));
        }
    }

    private Draft NewDraft(SubjectKey key, OpportunityType type, Description merged, long[]? split, VariantRow? variant)
    {
        var unchanged = _isFragments ? _fragment : null;
        var doc = unchanged is null ? DescriptionCodec.Encode(merged) : null;
        var facts = CardFacts.Of(type, merged, descriptions.WordsOf(unchanged, merged));
        return NewDraft(key, type, facts, doc, doc is null ? 0 : ContentHash.Of(doc), split, variant);
    }

    private Draft NewDraft(SubjectKey key, OpportunityType type, CardFacts facts, byte[]? doc, long docHash, long[]? split, VariantRow? variant) => new()
    {
        PublicId = key.ToPublicId(),
        Type = type,
        Facts = facts,
        Doc = doc,
        Content = doc is null ? _fragment!.Hash : docHash,
        Split = split,
        Fragment = doc is null ? _fragment : null,
        FeedId = _fragment?.FeedId ?? variant!.FeedId,
        ModifiedAt = _fragment is null ? variant!.ModifiedAt : _fragment.ModifiedAt,
        HarvestedAt = _fragment?.HarvestedAt ?? variant!.HarvestedAt,
        HasParts = type == OpportunityType.FacilityUse && subject.HasChildren,
    };

    public static bool IsOfferable(Description description) =>
        description.Name is not null && (description.Place?.Point is not null || IsOnline(description));

    private static bool IsOnline(Description description) => description.Attendance is AttendanceMode.Online or AttendanceMode.Mixed;

    private Derived WhyNot(Description described)
    {
        if (_fragment is null)
            return Derived.NotDescribed(subject);
        if (described.Name is null)
            return Derived.NotOffered(subject, "no-name", "Neither the record nor its parents have a name.");
        var place = described.Place;
        if (described.Repairs?.FirstOrDefault(note => note.StartsWith(OutsideUk, StringComparison.Ordinal)) is { } note)
            return Derived.NotOffered(subject, "outside-uk", $"\"{Shorten(described.Name)}\" is outside the United Kingdom: {note[OutsideUk.Length..]}.");
        return place is null
            ? Derived.NotOffered(subject, "no-location", $"\"{Shorten(described.Name)}\" has no location, nor have its parents.")
            : Derived.NotOffered(subject, "no-coordinates", $"\"{Shorten(described.Name)}\" at \"{Shorten(place.Name ?? place.Address ?? place.Postcode ?? "an unnamed place")}\" has no usable coordinates.");
    }

    private static string Shorten(string text) => text.Length <= 80 ? text : string.Concat(text.AsSpan(0, 80), "…");

    private sealed class Venue(GeoPoint? point)
    {
        /// <summary>Null: the subject's own place.</summary>
        public GeoPoint? Point { get; } = point;

        public List<VariantRow> Variants { get; } = [];

        public List<Description> Owns { get; } = [];

        public bool Takes(GeoPoint? other, GeoPoint? home) => Point is { } mine
            ? other is { } point && point.DistanceTo(mine) <= SameVenueMetres
            : other is null || (home is { } h && other.Value.DistanceTo(h) <= SameVenueMetres);

        public long[] VariantIds() => [.. Variants.Select(v => v.Id).Order()];

        /// <summary>What the subject leaves open, its sessions may state.</summary>
        public Description Complete(Description described)
        {
            var complete = described;
            foreach (var own in Owns)
                complete = complete.InheritFrom(own, withOffers: true);
            return described.Place?.Point is null && complete.Attendance != AttendanceMode.Online
                ? complete with { Place = Owns.Select(o => o.Place).FirstOrDefault(p => p?.Point is not null) ?? complete.Place }
                : complete with { Place = described.Place };
        }
    }
}
