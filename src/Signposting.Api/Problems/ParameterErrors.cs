namespace Signposting.Api.Problems;

/// <summary>What is wrong with the parameters of a request: all of it, so that a caller repairs it in one go.</summary>
internal sealed class ParameterErrors
{
    private Dictionary<string, List<string>>? _errors;

    public bool Any => _errors is not null;

    /// <summary>By parameter, in the order in which they were found.</summary>
    public IEnumerable<(string Parameter, string Fix)> All => (_errors ?? []).SelectMany(error => error.Value.Select(fix => (error.Key, fix)));

    /// <param name="parameter">Its name as the contract has it, or as it was sent when the contract does not know it.</param>
    /// <param name="fix">A sentence: what is wrong and what to send instead.</param>
    public void Add(string parameter, string fix)
    {
        _errors ??= new Dictionary<string, List<string>>(StringComparer.Ordinal);
        if (!_errors.TryGetValue(parameter, out var fixes))
            _errors.Add(parameter, fixes = []);
        if (!fixes.Contains(fix))
            fixes.Add(fix);
    }

    public bool Has(string parameter) => _errors?.ContainsKey(parameter) == true;

    public ProblemResult ToProblem() => Refusals.InvalidParameters(
        _errors!.ToDictionary(error => error.Key, IReadOnlyList<string> (error) => error.Value, StringComparer.Ordinal));
}
