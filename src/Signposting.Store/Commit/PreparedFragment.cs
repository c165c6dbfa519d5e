using Signposting.Store.Harvest;
using Signposting.Store.Opportunities;
using Signposting.Store.Search;

namespace Signposting.Store.Commit;

/// <summary>A description of a subject, ready to be written.</summary>
internal sealed class PreparedFragment
{
    public required SubjectKey Subject { get; init; }

    public required FragmentOrigin Origin { get; init; }

    public required OpportunityType Type { get; init; }

    public SubjectKey? Parent { get; init; }

    /// <summary>The encoded description.</summary>
    public required byte[] Doc { get; init; }

    public required long DocHash { get; init; }

    /// <summary>The signature of its words (<see cref="WordSignature"/>).</summary>
    public required byte[] Words { get; init; }

    /// <summary>See <see cref="Opportunities.Description.PeriodEnd"/>.</summary>
    public DateTimeOffset? PeriodEnd { get; init; }

    /// <summary>What is offered of it when it inherits nothing and no session adds anything; null when that is not to be expected, or would be nothing.</summary>
    public Standing? Alone { get; init; }

    /// <summary>The description, where it is probably asked for again; else it is decoded.</summary>
    public Description? Description { get; init; }

    /// <param name="standsAlone">Nothing else in its item adds to it or inherits from it.</param>
    public static PreparedFragment Of(Fragment fragment, bool standsAlone)
    {
        var description = fragment.Description;
        var words = WordSignature.Of(description);
        var doc = DescriptionCodec.Encode(description);
        var alone = standsAlone && fragment.Parent is null ? Standing.Of(fragment.Type, description, words) : null;
        return new()
        {
            Subject = fragment.Subject,
            Origin = fragment.Origin,
            Type = fragment.Type,
            Parent = fragment.Parent,
            Doc = doc,
            DocHash = ContentHash.Of(doc),
            Words = words,
            PeriodEnd = description.PeriodEnd,
            Alone = alone,
            Description = alone is null ? description : null,
        };
    }
}

/// <summary>What a description comes to as an opportunity.</summary>
/// <param name="Facts">What its row and its card take from it.</param>
/// <param name="Doc">The document; null when it is the fragment's own.</param>
/// <param name="DocHash">Of <paramref name="Doc"/>.</param>
internal sealed record Standing(CardFacts Facts, byte[]? Doc, long DocHash)
{
    /// <param name="description">As its record states it.</param>
    /// <param name="words">The signature of its words.</param>
    /// <returns>Null when it cannot be offered by itself.</returns>
    public static Standing? Of(OpportunityType type, Description description, byte[] words)
    {
        var settled = Derivation.WithoutIdlePlace(description).Settle();
        if (!Derivation.IsOfferable(settled))
            return null;
        var facts = CardFacts.Of(type, settled, ReferenceEquals(settled.Place, description.Place) ? words : WordSignature.Of(settled));
        if (ReferenceEquals(settled, description))
            return new(facts, null, 0);
        var doc = DescriptionCodec.Encode(settled);
        return new(facts, doc, ContentHash.Of(doc));
    }
}
