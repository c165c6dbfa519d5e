namespace Feeds.Harvester.Rpde;

/// <summary>
/// RPDE's <c>modified</c>, which orders the items of one kind within one feed. Integers reach 2^60 in real feeds, so it is
/// never a double.
/// </summary>
public readonly struct Modified : IEquatable<Modified>
{
    private readonly string? text;
    private readonly long order;
    private readonly bool isOrdered;

    private Modified(string? text, long order, bool isOrdered) => (this.text, this.order, this.isOrdered) = (text, order, isOrdered);

    /// <summary>What to order by: the integer itself, or the UTC ticks of an ISO 8601 time. Null when neither was sent, and
    /// only the order of arrival is known.</summary>
    public long? Order => isOrdered ? order : null;

    /// <summary>As it was sent (without quotes); empty when it was not sent.</summary>
    public string Text => text ?? (isOrdered ? order.ToString(System.Globalization.CultureInfo.InvariantCulture) : "");

    /// <summary>An integer, or a string of digits.</summary>
    public static Modified OfInteger(long value) => new(null, value, true);

    /// <summary>A time in text form.</summary>
    public static Modified OfTime(string text, DateTime utc) => new(text, utc.Ticks, true);

    /// <summary>Text that has no order, or nothing at all.</summary>
    public static Modified OfText(string? text) => new(text, 0, false);

    /// <summary>Equal when the order is, or, without an order, the text.</summary>
    public static bool operator ==(Modified left, Modified right) => left.Equals(right);

    /// <summary>The opposite of <c>==</c>.</summary>
    public static bool operator !=(Modified left, Modified right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Modified other) => isOrdered == other.isOrdered
        && (isOrdered ? order == other.order : string.Equals(Text, other.Text, StringComparison.Ordinal));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Modified other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => isOrdered ? order.GetHashCode() : Text.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
