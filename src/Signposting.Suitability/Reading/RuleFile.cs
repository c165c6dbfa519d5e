using System.Reflection;

namespace Signposting.Suitability.Reading;

/// <summary>One file of rules: its path below <c>rules/</c> with forward slashes (<c>conditions/falls.yaml</c>), and its text.</summary>
public sealed record RuleFile(string Path, string Text)
{
    private const string Folder = "rules/";

    /// <summary>The files that are part of this library.</summary>
    public static IReadOnlyList<RuleFile> Embedded() =>
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new RuleFile(name[Folder.Length..], ReadResource(name))),
    ];

    /// <summary>All <c>.yaml</c> files of a folder and those below it.</summary>
    internal static IReadOnlyList<RuleFile> In(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .Select(file => new RuleFile(System.IO.Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText(file)))
            .OrderBy(file => file.Path, StringComparer.Ordinal),
    ];

    private static string ReadResource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
