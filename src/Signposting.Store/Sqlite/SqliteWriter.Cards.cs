using Signposting.Store.Commit;
using Signposting.Store.Opportunities;
using Signposting.Store.Search;

namespace Signposting.Store.Sqlite;

/// <summary>What searches read of each opportunity: its card, its cell, its activities.</summary>
internal sealed partial class SqliteWriter
{
    private readonly HashSet<long> _touched = [];
    private readonly RowInserts _cards = session.Inserts("INSERT OR FAIL INTO card (id, subject_id, kind, flags, lat, lon, starts, ends, facets, hash, public_id, activities, words)", 13);

    // None can fail, so that SQLite need not be ready to undo some of them.
    private static readonly string NextVersions = Literal($"UPDATE OR FAIL card_cell SET version = version + 1 WHERE cell IN ({Several})");

    private const string WriteBox = "INSERT INTO cell_box (cell, min_lat, max_lat, min_lon, max_lon) VALUES (@0, @1, @2, @3, @4)";

    private void WriteCard(OpportunityRow row, long id, bool isNew, string? activities)
    {
        if (!isNew)
            DeleteCard(id);
        _cards.Add(
            id, row.SubjectId, (int)row.Type.Kind(), (int)row.Flags, row.Point?.Lat, row.Point?.Lon, row.Starts, row.Ends,
            row.Facets.Bits, row.Hash, row.PublicId, activities, row.Words);
        if (row.Point is { } place)
            Touch(CardCell.Of(place));
        foreach (var term in row.Activities)
            _terms.Add(term, id);
    }

    /// <summary>The cell has another version after this transaction.</summary>
    private void Touch(long cell) => _touched.Add(cell);

    private void VersionCells()
    {
        foreach (var cells in _touched.Order().Chunk(AtOnce))
        {
            if (With(NextVersions, cells).Execute() < cells.Length)
                Array.ForEach(cells, AddCell);
        }
    }

    /// <summary>Its first card brings a cell into the spatial index.</summary>
    private void AddCell(long cell)
    {
        if (session.Statement("INSERT OR IGNORE INTO card_cell (cell, version) VALUES (@0, 1)", 1).With(cell).Execute() == 0)
            return;
        var box = CardCell.BoxOf(cell);
        session.Statement(WriteBox, 5).With(CardCell.NumberOf(cell), box.MinLat, box.MaxLat, box.MinLon, box.MaxLon).Execute();
    }

    private void DeleteCard(long id)
    {
        using (var reader = session.Statement("SELECT lat, lon FROM card WHERE id = @0 AND lat IS NOT NULL", 1).With(id).Read())
        {
            if (reader.Read())
                Touch(CardCell.Of(new GeoPoint(reader.GetDouble(0), reader.GetDouble(1))));
        }

        DeleteTerms(id);
        session.Statement("DELETE FROM card WHERE id = @0", 1).With(id).Execute();
    }
}
