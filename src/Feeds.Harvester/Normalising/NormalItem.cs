using Feeds.Harvester.Json;
using Signposting.Store.Opportunities;

namespace Feeds.Harvester.Normalising;

/// <summary>One updated RPDE item, before it is understood.</summary>
/// <param name="FeedUrl">URL of the feed, as registered; a record without an <c>@id</c> is known by it.</param>
/// <param name="FeedKind">The type that the dataset site names for the feed; helps only where <c>@type</c> is absent.</param>
/// <param name="Id">RPDE <c>id</c> in text form.</param>
/// <param name="Modified">RPDE <c>modified</c> as an ordering value.</param>
/// <param name="ModifiedAt">RPDE <c>modified</c> as a time, where it is one.</param>
/// <param name="Data">The item's <c>data</c> as sent: UTF-8 JSON without a byte order mark.</param>
public readonly record struct NormalItem(
    string FeedUrl,
    string FeedKind,
    string Id,
    long? Modified,
    DateTimeOffset? ModifiedAt,
    ReadOnlyMemory<byte> Data)
{
    /// <summary>What a record without an <c>@id</c> is known as, where its RPDE <c>id</c> is not known any more.</summary>
    public SubjectKey? Subject { get; init; }

    /// <summary><see cref="Data"/> as it was read with its page; undefined: it is still to be read.</summary>
    internal JsonValue Json { get; init; }
}
