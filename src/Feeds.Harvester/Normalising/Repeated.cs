using Feeds.Harvester.Json;
using Signposting.Store.Opportunities;

namespace Feeds.Harvester.Normalising;

/// <summary>What many records repeat, as it was read before: it is read once, and all records share what was made of it. Safe for concurrent use.</summary>
internal sealed class Repeated
{
    internal SeenBefore<PlaceDraft?> Places { get; } = new();

    internal SeenBefore<Organizer?> Organizers { get; } = new();

    /// <summary>By what they say: they have ids of their own.</summary>
    internal SeenBefore<IReadOnlyList<Offer>?> Offers { get; } = new();

    internal SeenBefore<string?> Names { get; } = new();

    internal SeenBefore<string?> Texts { get; } = new();

    internal SeenBefore<string?> Notes { get; } = new();

    internal SeenBefore<string?> Images { get; } = new();

    /// <summary>What is made of a value, or was made of the same value before.</summary>
    /// <param name="seen">Of this property only.</param>
    /// <param name="value">As published.</param>
    /// <param name="read">Depends on the value alone.</param>
    internal static T? Once<T>(SeenBefore<T?> seen, JsonValue value, Func<JsonValue, T?> read)
        where T : class
    {
        if (value.Tokens is null)
            return null;
        if (!seen.TryGet(value.Raw, out var made, out var hash))
            seen.Keep(value.Raw, hash, made = read(value));
        return made;
    }
}
