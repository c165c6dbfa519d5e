using Signposting.Store.Harvest;
using Signposting.Store.Opportunities;

namespace Signposting.Store.Commit;

/// <summary>A dated occurrence, and what it states itself.</summary>
/// <param name="Change">Without its <see cref="SessionChange.Own"/>.</param>
/// <param name="Variant">Null for the lean ones.</param>
internal readonly record struct PreparedSession(SessionChange Change, PreparedVariant? Variant)
{
    public static PreparedSession Of(SessionChange session) =>
        session.Own is { } own ? new(session with { Own = null }, PreparedVariant.Of(own)) : new(session, null);
}

/// <summary>What occurrences state themselves: the encoded description.</summary>
internal sealed record PreparedVariant(byte[] Doc, long Hash)
{
    public static PreparedVariant Of(Description own)
    {
        var doc = DescriptionCodec.Encode(own);
        return new(doc, ContentHash.Of(doc));
    }
}
