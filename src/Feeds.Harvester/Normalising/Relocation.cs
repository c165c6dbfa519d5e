using Signposting.Store.Opportunities;

namespace Feeds.Harvester.Normalising;

/// <summary>
/// Places what was read before: from a description and its notes, which hold every position that was published, it finds where the
/// record would be placed if it were read now.
/// </summary>
internal sealed class Relocation(Whereabouts whereabouts)
{
    /// <summary>The same description when nothing is different.</summary>
    internal Description Relocate(Description described)
    {
        if (described.Place is not { Postcode: { } text } place || Postcodes.Canonical(text) is not { } postcode)
            return described;
        var told = new Told(described.Repairs ?? []);
        if (told.IsAbroad)
            return described;
        var repairs = new Repairs();
        var point = whereabouts.Locate(told.Points(place), postcode, repairs);
        IReadOnlyList<string>? notes = [.. told.Others, .. repairs.ToList() ?? []];
        return point == place.Point && notes.Order(StringComparer.Ordinal).SequenceEqual((described.Repairs ?? []).Order(StringComparer.Ordinal))
            ? described
            : described with { Place = place with { Lat = point?.Lat, Lon = point?.Lon }, Repairs = notes.Count == 0 ? null : notes };
    }

    /// <summary>What the notes of a description tell of its position.</summary>
    private sealed class Told
    {
        private readonly List<PublishedPoint> _doubted = [];
        private readonly string? _source;
        private readonly bool _isDerived;

        internal Told(IReadOnlyList<string> notes)
        {
            foreach (var note in notes)
            {
                var colon = note.IndexOf(": ", StringComparison.Ordinal);
                var (code, value) = colon < 0 ? (note, "") : (note[..colon], note[(colon + 2)..]);
                switch (code)
                {
                    case PlaceNotes.Zero or PlaceNotes.OutOfRange or PlaceNotes.OutsideUk or PlaceNotes.FarFromPostcode
                        when Coordinates.ReadName(value) is { } point:
                        _doubted.Add(point with { Source = null });
                        break;
                    case PlaceNotes.Swapped or PlaceNotes.SignLost or PlaceNotes.SwappedAndSignLost when Coordinates.ReadName(value) is { } point:
                        _doubted.Add(point with { Source = null });
                        _isDerived = true;
                        break;
                    case PlaceNotes.PlacedByPostcode:
                        _isDerived = true;
                        break;
                    case PlaceNotes.FromName or PlaceNotes.OfContainingPlace:
                        _source = code;
                        break;
                    default:
                        IsAbroad |= code == PlaceNotes.PostcodeAbroad;
                        Others.Add(note);
                        break;
                }
            }
        }

        internal bool IsAbroad { get; }

        /// <summary>Notes about anything else.</summary>
        internal List<string> Others { get; } = [];

        /// <summary>The published positions, in the order in which they were tried; the last is the one that was believed, if any was.</summary>
        internal PublishedPoint[] Points(Place place)
        {
            List<PublishedPoint> points = [.. _doubted];
            if (!_isDerived && place.Point is { } believed)
                points.Add(new PublishedPoint(believed.Lat, believed.Lon));
            if (_source is not null && points.Count > 0)
                points[^1] = points[^1] with { Source = _source };
            return [.. points];
        }
    }
}
