namespace OpenActive.Vocabulary;

/// <summary>What a class name says about whom it is for, each with the words that say so; null: nothing.</summary>
public sealed record AudienceFacts
{
    /// <summary>"Ladies only", "Men's".</summary>
    public Said<AudienceGender>? Gender { get; init; }

    /// <summary>"Over 50s", "Under 16s" (15 at most), "8-11 yrs", "Juniors" (17 at most); both ends included, in years.</summary>
    public Said<(int? Min, int? Max)>? Ages { get; init; }

    /// <summary>"Beginner", "Intermediate", "Advanced".</summary>
    public Said<IReadOnlyList<string>>? Levels { get; init; }

    /// <summary>"FREE", "free of charge": the words.</summary>
    public string? Free { get; init; }

    /// <summary>"Online", "via Zoom": the words.</summary>
    public string? Online { get; init; }

    /// <summary>"Virtual": at a venue a class on a screen, elsewhere one online. The words.</summary>
    public string? Virtual { get; init; }

    internal static AudienceFacts None { get; } = new();
}

/// <summary>A value, and the words that it was read from.</summary>
public readonly record struct Said<T>(T Value, string Words);

/// <summary>To whom a session is restricted.</summary>
public enum AudienceGender
{
    /// <summary>Women or girls.</summary>
    Female,

    /// <summary>Men or boys.</summary>
    Male,
}
