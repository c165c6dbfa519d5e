namespace OpenActive.Vocabulary.Tests.Words;

/// <summary>Class names with what a person says they are.</summary>
internal static class LabelledNames
{
    /// <summary>A name with the labels that it should lead to.</summary>
    internal sealed record Row(string Name, string[] Labels);

    /// <summary>Written before the inference.</summary>
    internal static IReadOnlyList<Row> First { get; } = Read("inferred-activities.csv");

    /// <summary>Written after it.</summary>
    internal static IReadOnlyList<Row> Second { get; } = Read("inferred-activities-2.csv");

    private static List<Row> Read(string name)
    {
        using var resource = typeof(LabelledNames).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(resource);
        var rows = new List<Row>();
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#') && line != "name,labels")
            {
                var fields = line.Split(',');
                rows.Add(new Row(fields[0], fields[1].Split('|', StringSplitOptions.RemoveEmptyEntries)));
            }
        }

        return rows;
    }
}
