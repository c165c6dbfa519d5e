using Feeds.Harvester.Settings;
using Signposting.Suitability;
using Signposting.Suitability.CodeLists;

namespace Signposting.Api.Conditions;

/// <summary>The settings under <c>Suitability</c>.</summary>
internal static class SuitabilitySettings
{
    private const long MostBytes = 64 * 1024 * 1024;

    /// <exception cref="SettingsException">A setting is wrong, or a code list is: a wrong code would be a wrong answer.</exception>
    public static RulesOptions Read(IConfiguration configuration, string startFolder)
    {
        var problems = new List<string>();
        var options = new RulesOptions { RequireReviewed = RequireReviewed(configuration, problems), CodeLists = CodeLists(configuration, startFolder, problems) };
        return problems.Count == 0 ? options : throw new SettingsException(problems);
    }

    private static bool RequireReviewed(IConfiguration configuration, List<string> problems)
    {
        var text = configuration["Suitability:RequireReviewed"];
        if (string.IsNullOrEmpty(text))
            return false;
        if (bool.TryParse(text, out var value))
            return value;
        problems.Add("Suitability:RequireReviewed must be true or false.");
        return false;
    }

    private static List<CodeListFile> CodeLists(IConfiguration configuration, string startFolder, List<string> problems)
    {
        var files = new List<CodeListFile>();
        var section = configuration.GetSection("Suitability:CodeLists");
        // One file may stand there without an index.
        IEnumerable<IConfigurationSection> settings = section.Value is { Length: > 0 } ? [section, .. section.GetChildren()] : section.GetChildren();
        foreach (var setting in settings)
        {
            var path = setting.Value is { Length: > 0 } value ? Path.GetFullPath(value, startFolder) : null;
            if (path is null || !File.Exists(path))
                problems.Add($"{setting.Path} must name a CSV file with the columns code,condition; there is no file {setting.Value}.");
            else if (new FileInfo(path).Length > MostBytes)
                problems.Add($"{setting.Path}: {path} is larger than {MostBytes / 1024 / 1024} MB; send fewer codes.");
            else
                files.Add(new CodeListFile(path, File.ReadAllText(path)));
        }

        return files;
    }
}
