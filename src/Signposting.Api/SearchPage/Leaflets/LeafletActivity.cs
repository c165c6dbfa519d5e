using Signposting.Api.Opportunities;
using Signposting.Api.SearchPage.Cards;
using Signposting.Api.SearchPage.Details;
using Signposting.Api.SearchPage.Wording;

namespace Signposting.Api.SearchPage.Leaflets;

/// <summary>An activity as a leaflet shows it: finished words in plain English, no longer than paper allows.</summary>
public sealed record LeafletActivity
{
    public required string Id { get; init; }

    /// <summary>Its place on the leaflet, from 1: the same on paper and on the link, whatever is withdrawn meanwhile.</summary>
    public required int Number { get; init; }

    public required string Name { get; init; }

    /// <summary>Of its own page.</summary>
    public required string Address { get; init; }

    /// <summary>What has become of it since it was chosen; null: nothing.</summary>
    public string? Warning { get; init; }

    /// <summary>Nobody can go there: only the warning is shown.</summary>
    public bool IsOff { get; init; }

    /// <summary>The habit and the next dates, each a line.</summary>
    public IReadOnlyList<string> When { get; init; } = [];

    public IReadOnlyList<string> Where { get; init; } = [];

    public string? Meet { get; init; }

    public string? Cost { get; init; }

    public IReadOnlyList<string> Who { get; init; } = [];

    public string? Bring { get; init; }

    public ContactWords Contact { get; init; } = ContactWords.Of(null);

    /// <summary>Where it is booked.</summary>
    public string? Book { get; init; }

    /// <summary>A map with the place marked.</summary>
    public string? Map { get; init; }

    /// <summary>What to say first on the phone.</summary>
    public string Greeting { get; init; } = "";

    /// <summary>What to ask then.</summary>
    public IReadOnlyList<string> Questions { get; init; } = [];

    /// <summary>Modules of the QR code in a row.</summary>
    public int QrSize { get; init; }

    /// <summary>Its dark modules, as the path of an SVG; null: it has none.</summary>
    public string? QrPath { get; init; }

    /// <summary>Whose data this is: CC BY wants it named on paper, too.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <param name="site">Scheme and host, for what is read away from this page.</param>
    internal static LeafletActivity Of(LeafletEntry entry, int number, string site)
    {
        var address = $"{Layout.PagePaths.OfActivity(entry.Id)}";
        var warning = LeafletWords.WarningOf(entry.Standing);
        if (entry.Item is not { } item)
            return new LeafletActivity { Id = entry.Id, Number = number, Name = "An activity that is no longer offered", Address = address, Warning = warning, IsOff = true };
        var qr = QrCode.Of(site + address);
        return new LeafletActivity
        {
            Id = entry.Id,
            Number = number,
            Name = ActivityCards.NameOf(item),
            Address = address,
            Warning = warning,
            IsOff = entry.Standing is Standing.Cancelled,
            When = LeafletWords.TimesOf(item),
            Where = LeafletWords.PlaceOf(item),
            Meet = PublisherText.Line(item.MeetingPoint),
            Cost = item.Price is null ? null : CostWords.Of(item.Price),
            Who = LeafletWords.AudienceOf(item),
            Bring = PublisherText.Line(item.AttendeeInstructions),
            Contact = ContactWords.Of(item.Organizer),
            Book = item.Links.Book,
            Map = Directions.To(item.Location)?.Map,
            Greeting = LeafletWords.GreetingOf(item),
            Questions = LeafletWords.QuestionsOf(item),
            QrSize = qr.Size,
            QrPath = qr.Path,
            Sources = [.. item.Provenance.Select(LeafletWords.SourceOf).Distinct()],
        };
    }
}
