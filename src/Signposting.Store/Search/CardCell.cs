using Signposting.Store.Opportunities;

namespace Signposting.Store.Search;

/// <summary>
/// The surface in cells of 1/50 degree of latitude and 1/30 of longitude: about two kilometres by two in England. A cell has a version that
/// changes with every card in it, in the same transaction, so that cards may be remembered.
/// </summary>
internal static class CardCell
{
    public const double Rows = 50;
    public const double Columns = 30;

    /// <summary>What a row is multiplied by; columns are from -5400 to 5400.</summary>
    public const long Stride = 1 << 20;

    public static long Of(GeoPoint point) => At(Row(point.Lat), Column(point.Lon));

    public static long At(long row, long column) => (row * Stride) + column;

    public static long Row(double lat) => (long)Math.Floor(lat * Rows);

    public static long Column(double lon) => (long)Math.Floor(lon * Columns);

    /// <summary>The cell, a little larger, so that rounding loses no point on its edge.</summary>
    public static GeoBox BoxOf(long cell)
    {
        const double margin = 1e-9;
        // Columns may be negative: the nearest multiple of the stride is the row's.
        var row = (long)Math.Floor((cell + (Stride / 2)) / (double)Stride);
        var column = cell - (row * Stride);
        return new GeoBox((row / Rows) - margin, ((row + 1) / Rows) + margin, (column / Columns) - margin, ((column + 1) / Columns) + margin);
    }
}
