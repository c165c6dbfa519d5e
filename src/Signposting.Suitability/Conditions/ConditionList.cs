using System.Collections.Frozen;
using Signposting.Suitability.CodeLists;
using Signposting.Suitability.PlainWords;
using Signposting.Suitability.Sources;

namespace Signposting.Suitability.Conditions;

/// <summary>The conditions that this service knows, found by key or by SNOMED CT code.</summary>
public sealed class ConditionList
{
    /// <summary>One question can name this many; several codes of one condition count each.</summary>
    public const int MostAtOnce = 50;

    private readonly FrozenDictionary<string, Condition> _byKey;
    private readonly FrozenDictionary<string, Condition> _byCode;
    private readonly bool _requireReviewed;
    private readonly Review _shared;

    /// <param name="all">Every condition of the rules, ordered by key.</param>
    /// <param name="furtherCodes">Checked.</param>
    /// <param name="requireReviewed">Drafts are known and refused.</param>
    /// <param name="shared">The review of what all conditions share: without it none is reviewed.</param>
    internal ConditionList(IReadOnlyList<Condition> all, IEnumerable<CodeListEntry> furtherCodes, bool requireReviewed, Review shared)
    {
        _requireReviewed = requireReviewed;
        _shared = shared;
        _byKey = all.ToFrozenDictionary(condition => condition.Key, StringComparer.Ordinal);
        _byCode = all.SelectMany(condition => condition.Codes, (condition, code) => KeyValuePair.Create(code.Code, condition))
            .Concat(furtherCodes.Select(entry => KeyValuePair.Create(entry.Code, _byKey[entry.Condition])))
            .ToFrozenDictionary(StringComparer.Ordinal);
        All = [.. all.Where(IsServed)];
        Words = new ConditionWords(All);
    }

    /// <summary>Those that are served, ordered by key.</summary>
    public IReadOnlyList<Condition> All { get; }

    /// <summary>The way from the words of patients to conditions.</summary>
    public ConditionWords Words { get; }

    /// <summary>How many codes lead to a condition, those of code lists among them.</summary>
    public int CodeCount => _byCode.Count;

    /// <summary>Takes a key (<c>falls</c>), a SNOMED CT code (<c>129839007</c>), or <c>http://snomed.info/sct|129839007</c>.</summary>
    public ConditionLookUp LookUp(string keyOrCode)
    {
        ArgumentNullException.ThrowIfNull(keyOrCode);
        var text = keyOrCode.Trim();
        if (text.Length == 0)
        {
            return Refuse(text, ConditionRefusalReason.Empty, "A condition is empty: send a key such as \"falls\" or a SNOMED CT code.");
        }

        if (_byKey.TryGetValue(text, out var condition))
        {
            return Serve(text, condition, code: null);
        }

        var bar = text.IndexOf('|', StringComparison.Ordinal);
        if (bar >= 0)
        {
            return LookUpInSystem(text, text[..bar].Trim(), text[(bar + 1)..].Trim());
        }

        return char.IsAsciiDigit(text[0]) ? LookUpCode(text, text) : RefuseKey(text);
    }

    /// <summary>
    /// The set of all conditions that were sent, or why any of them is refused. A condition that comes twice, by key and by
    /// code or by two codes, is one.
    /// </summary>
    public ConditionSetReading Read(IEnumerable<string> keysOrCodes)
    {
        ArgumentNullException.ThrowIfNull(keysOrCodes);
        string[] sent = [.. keysOrCodes.Take(MostAtOnce + 1)];
        if (sent.Length == 0)
        {
            return new(null, [new("", ConditionRefusalReason.Empty, "No condition was sent.")]);
        }

        if (sent.Length > MostAtOnce)
        {
            return new(null, [new("", ConditionRefusalReason.TooMany, $"More than {MostAtOnce} conditions were sent: send those that matter for physical activity.")]);
        }

        var answers = Array.ConvertAll(sent, LookUp);
        ConditionRefusal[] refusals = [.. answers.OfType<ConditionLookUp.Refused>().Select(refused => refused.Refusal)];
        if (refusals.Length > 0)
        {
            return new(null, refusals);
        }

        var found = answers.Cast<ConditionLookUp.Found>().DistinctBy(one => one.Condition.Key);
        return new(new ConditionSet([.. found.Select(one => new AskedCondition(one.Condition, one.Code))]), []);
    }

    private bool IsServed(Condition condition) => !_requireReviewed || (_shared.IsReviewed && condition.Review.IsReviewed);

    private ConditionLookUp LookUpInSystem(string sent, string system, string code) =>
        system == SnomedCode.System || system.StartsWith(SnomedCode.System + "/", StringComparison.Ordinal)
            ? LookUpCode(sent, code)
            : Refuse(sent, ConditionRefusalReason.OtherSystem, $"\"{Shown(system)}\" is not the system of SNOMED CT: send {SnomedCode.System}|code, the code alone, or a key.");

    private ConditionLookUp LookUpCode(string sent, string code)
    {
        if (!SnomedCode.IsConcept(code, out var why))
        {
            return Refuse(sent, ConditionRefusalReason.NoCode, $"\"{Shown(code)}\" is no SNOMED CT code of a condition: {why}.");
        }

        return _byCode.TryGetValue(code, out var condition)
            ? Serve(sent, condition, code)
            : Refuse(sent, ConditionRefusalReason.UnknownCode, $"The SNOMED CT code {code} is not known to this service, which may be because it is a more specific code than those listed. Send the key of the condition instead, or ask whoever runs the service to add the code to a code list.");
    }

    private ConditionLookUp.Refused RefuseKey(string text)
    {
        var other = All.FirstOrDefault(condition => string.Equals(condition.Key, text, StringComparison.OrdinalIgnoreCase));
        if (other is not null)
        {
            return Refuse(text, ConditionRefusalReason.WrongCase, $"\"{Shown(text)}\" is written \"{other.Key}\": keys are lower case.");
        }

        var near = ConditionSuggestions.For(text, All).Select(condition => $"\"{condition.Key}\"").ToArray();
        var hint = near.Length > 0 ? $" Did you mean {string.Join(" or ", near)}?" : "";
        return Refuse(text, ConditionRefusalReason.UnknownKey, $"\"{Shown(text)}\" is not the key of a condition that this service knows.{hint} The list of conditions has all keys and codes.");
    }

    private ConditionLookUp Serve(string sent, Condition condition, string? code) =>
        IsServed(condition)
            ? new ConditionLookUp.Found(condition, code)
            : Refuse(sent, ConditionRefusalReason.NotReviewed, $"The rules for \"{condition.Key}\" are a draft that no clinician has signed, and this service is set to serve signed rules only.");

    private static ConditionLookUp.Refused Refuse(string sent, ConditionRefusalReason reason, string text) => new(new ConditionRefusal(Shown(sent), reason, text));

    /// <summary>What was sent, fit for a message: short, and no control characters.</summary>
    private static string Shown(string text) => new([.. text.Take(60).Where(c => !char.IsControl(c))]);
}

/// <summary>A set of conditions, or why there is none.</summary>
/// <param name="Set">Null when anything was refused.</param>
/// <param name="Refusals">One for each that was refused.</param>
public sealed record ConditionSetReading(ConditionSet? Set, IReadOnlyList<ConditionRefusal> Refusals);
