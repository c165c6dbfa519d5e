using Signposting.Store.Opportunities;

namespace Feeds.Harvester.Normalising;

/// <summary>What many records repeat, as it was read before: it is read once, and all records share what was made of it. Safe for concurrent use.</summary>
internal sealed class Repeated
{
    /// <summary>The country has ten thousand leisure centres, halls and schools; a feed of many publishers names them all, in no order.</summary>
    internal SeenBefore<PlaceDraft?> Places { get; } = new(32_768);

    internal SeenBefore<Organizer?> Organizers { get; } = new();

    /// <summary>By what they say: they have ids of their own.</summary>
    internal SeenBefore<IReadOnlyList<Offer>?> Offers { get; } = new();
}
