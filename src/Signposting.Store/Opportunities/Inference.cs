namespace Signposting.Store.Opportunities;

/// <summary>Something that a name says and no property states.</summary>
/// <param name="About">The property that it is about; one of <see cref="Inferences"/>.</param>
/// <param name="Words">The words of the name: "over 50s".</param>
public sealed record Inference(string About, string Words)
{
    /// <summary>Set when it is about ages.</summary>
    public AgeRange? AgeRange { get; init; }

    /// <summary>Set when it is about gender.</summary>
    public GenderRestriction? Gender { get; init; }

    /// <summary>Set when it is about levels.</summary>
    public IReadOnlyList<string>? Levels { get; init; }
}
