namespace Signposting.Usage.Tables;

/// <summary>What is published of a count.</summary>
public enum Showing : byte
{
    /// <summary>Rounded.</summary>
    Shown,

    /// <summary>As <c>*</c>.</summary>
    Suppressed,

    /// <summary>Not at all: what it is part of is suppressed, or it cannot be split safely. A row without contacts is not listed.</summary>
    LeftOut,
}

/// <summary>A count as it is published.</summary>
/// <param name="Value">Rounded; 0 unless it is shown.</param>
public readonly record struct Figure(Showing Showing, long Value)
{
    public static Figure Suppressed { get; } = new(Showing.Suppressed, 0);

    public static Figure LeftOut { get; } = new(Showing.LeftOut, 0);

    /// <summary>A number, <c>*</c>, or nothing.</summary>
    public override string ToString() => Showing switch
    {
        Showing.Shown => Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Showing.Suppressed => "*",
        _ => "",
    };
}
