namespace OpenActive.Vocabulary;

/// <summary>
/// Reads the embedded <c>concepts.csv</c>: <c>identifier,notation,prefLabel,altLabels,broader</c>, lists parted by <c>|</c>,
/// broader by notation (which a reviewer can read), no quoting, comments after <c>#</c>.
/// </summary>
internal static class BuiltInConcepts
{
    internal static ActivityList Read()
    {
        using var resource = typeof(BuiltInConcepts).Assembly.GetManifestResourceStream("concepts.csv")
            ?? throw new InvalidOperationException("concepts.csv is not embedded.");
        using var content = new MemoryStream();
        resource.CopyTo(content);
        content.Position = 0;
        var rows = Rows(content);
        var identifiers = rows.ToDictionary(row => row[1], row => row[0]);
        return new ActivityList(rows.Select(row => ToConcept(row, identifiers)), content.ToArray(), droppedConcepts: 0);
    }

    private static List<string[]> Rows(Stream content)
    {
        using var reader = new StreamReader(content, leaveOpen: true);
        var rows = new List<string[]>();
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#') && !line.StartsWith("identifier,", StringComparison.Ordinal))
            {
                rows.Add(line.Split(','));
            }
        }

        return rows;
    }

    private static Concept ToConcept(string[] row, Dictionary<string, string> identifiers) => new()
    {
        Id = ConceptId.Prefix + row[0],
        Identifier = row[0],
        Notation = row[1],
        PrefLabel = row[2],
        AltLabels = Values(row[3]),
        Broader = [.. Values(row[4]).Select(notation => ConceptId.Prefix + identifiers[notation])],
    };

    private static string[] Values(string field) => field.Split('|', StringSplitOptions.RemoveEmptyEntries);
}
