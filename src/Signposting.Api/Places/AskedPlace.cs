using Signposting.Store.Opportunities;

namespace Signposting.Api.Places;

/// <summary>A place as a caller names it.</summary>
internal abstract record AskedPlace
{
    private AskedPlace() { }

    public sealed record Coordinates(GeoPoint Point) : AskedPlace;

    /// <param name="Text">Upper case with one space before the last three characters.</param>
    public sealed record FullPostcode(string Text) : AskedPlace
    {
        /// <summary>The district that it lies in.</summary>
        public OutwardCode District => new(Text[..Text.IndexOf(' ', StringComparison.Ordinal)]);

        /// <summary>A record would print its value, and a postcode must not reach a log by accident.</summary>
        public override string ToString() => nameof(FullPostcode);
    }

    /// <param name="Text">Upper case.</param>
    public sealed record OutwardCode(string Text) : AskedPlace;
}
