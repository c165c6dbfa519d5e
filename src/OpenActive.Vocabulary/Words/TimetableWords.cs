namespace OpenActive.Vocabulary;

/// <summary>Reads the embedded <c>words.csv</c>; its head explains the rules.</summary>
internal static class TimetableWords
{
    private static readonly Lazy<IReadOnlyList<Row>> LazyRows = new(Read);

    internal static IReadOnlyList<Row> Rows => LazyRows.Value;

    private static List<Row> Read()
    {
        using var resource = typeof(TimetableWords).Assembly.GetManifestResourceStream("words.csv")
            ?? throw new InvalidOperationException("words.csv is not embedded.");
        using var reader = new StreamReader(resource);
        var rows = new List<Row>();
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#') && !line.StartsWith("phrase,", StringComparison.Ordinal))
            {
                var fields = line.Split(',');
                rows.Add(new Row(fields[0], Enum.Parse<PhraseRule>(fields[1], ignoreCase: true), fields[2].Split('|', StringSplitOptions.RemoveEmptyEntries)));
            }
        }

        return rows;
    }

    /// <summary>One line.</summary>
    internal sealed record Row(string Phrase, PhraseRule Rule, string[] Labels);
}
