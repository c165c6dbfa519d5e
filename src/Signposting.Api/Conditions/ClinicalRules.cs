using Feeds.Harvester.Settings;
using Signposting.Api.Activities;
using Signposting.Suitability;

namespace Signposting.Api.Conditions;

/// <summary>The rules as this deployment serves them, and what they made of the records that searches came by.</summary>
internal sealed class ClinicalRules
{
    /// <exception cref="SettingsException">A code list is wrong.</exception>
    public ClinicalRules(RulesOptions options, ActivityConcepts activities)
    {
        Rules = Rules.Load(options);
        var errors = Rules.CodeListProblems.Where(problem => problem.IsError).Select(problem => $"Suitability:CodeLists: {problem}").ToArray();
        if (errors.Length > 0)
            throw new SettingsException(errors);
        Records = new RecordKeys(Rules, () => activities.Current);
        Verdicts = new KnownVerdicts(Rules);
        Settings = new ActivitySettings(Rules.Profiles);
    }

    public Rules Rules { get; }

    public RecordKeys Records { get; }

    public KnownVerdicts Verdicts { get; }

    public ActivitySettings Settings { get; }
}
