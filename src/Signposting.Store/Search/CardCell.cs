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

    // Rows are from -4500 to 4500.
    private const long FirstRow = 4_500;
    private const long FirstColumn = 5_400;
    private const long AllColumns = 10_801;

    public static long Of(GeoPoint point) => At(Row(point.Lat), Column(point.Lon));

    public static long At(long row, long column) => (row * Stride) + column;

    /// <summary>The cell as a number of 31 bits.</summary>
    public static long NumberOf(GeoPoint point) => Number(Row(point.Lat), Column(point.Lon));

    /// <summary>The same of a row and a column.</summary>
    public static long Number(long row, long column) => ((row + FirstRow) * AllColumns) + column + FirstColumn;

    /// <summary>The same of a cell made by <see cref="At"/>.</summary>
    public static long NumberOf(long cell) => Number(RowOf(cell), cell - (RowOf(cell) * Stride));

    public static long Row(double lat) => (long)Math.Floor(lat * Rows);

    public static long Column(double lon) => (long)Math.Floor(lon * Columns);

    /// <summary>The cell, a little larger, so that rounding loses no point on its edge.</summary>
    public static GeoBox BoxOf(long cell)
    {
        const double margin = 1e-9;
        var row = RowOf(cell);
        var column = cell - (row * Stride);
        return new GeoBox((row / Rows) - margin, ((row + 1) / Rows) + margin, (column / Columns) - margin, ((column + 1) / Columns) + margin);
    }

    /// <summary>Columns may be negative: the nearest multiple of the stride is the row's.</summary>
    private static long RowOf(long cell) => (long)Math.Floor((cell + (Stride / 2)) / (double)Stride);
}
