namespace Feeds.Harvester.Settings;

/// <summary>Settings are wrong. Each problem is a sentence for the operator that names the key and the fix.</summary>
public sealed class SettingsException : Exception
{
    public SettingsException(IReadOnlyList<string> problems) : base(string.Join(Environment.NewLine, problems)) => Problems = problems;

    public SettingsException(string problem) : this([problem]) { }

    public SettingsException(string problem, Exception inner) : base(problem, inner) => Problems = [problem];

    public SettingsException() : this([]) { }

    /// <summary>One sentence for each wrong setting.</summary>
    public IReadOnlyList<string> Problems { get; }
}
