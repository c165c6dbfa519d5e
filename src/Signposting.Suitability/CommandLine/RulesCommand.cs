using Signposting.Suitability.Documents;
using Signposting.Suitability.Reading;

namespace Signposting.Suitability.CommandLine;

/// <summary>
/// <c>check FOLDER</c> reads the rules in a folder and names everything that is wrong, in the form that MSBuild shows as
/// errors; <c>write FOLDER</c> writes the documents that are made from the embedded rules.
/// </summary>
internal static class RulesCommand
{
    private const int Failed = 1;
    private const int Usage = 2;

    internal static int Run(string[] args, TextWriter output, TextWriter errors)
    {
        switch (args)
        {
            case ["check", var folder] when Directory.Exists(folder):
                return Check(folder, output);
            case ["write", var folder]:
                Write(folder, output);
                return 0;
            default:
                errors.WriteLine("usage: check FOLDER-OF-RULES | write FOLDER-FOR-DOCUMENTS");
                return Usage;
        }
    }

    private static int Check(string folder, TextWriter output)
    {
        var problems = Rules.Read(RuleFile.In(folder)).Problems;
        foreach (var problem in problems)
        {
            output.WriteLine(problem with { File = Path.Combine(folder, problem.File) });
        }

        return problems.Count == 0 ? 0 : Failed;
    }

    private static void Write(string folder, TextWriter output)
    {
        foreach (var (path, text) in ClinicalDocuments.Of(Rules.Load()))
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
            output.WriteLine(file);
        }
    }
}
