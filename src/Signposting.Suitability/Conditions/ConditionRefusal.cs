namespace Signposting.Suitability.Conditions;

/// <summary>Why what was sent is no condition of this service.</summary>
public enum ConditionRefusalReason
{
    /// <summary>Nothing was sent.</summary>
    Empty,

    /// <summary>A key in other letters than it has.</summary>
    WrongCase,

    /// <summary>Neither a key nor a code.</summary>
    UnknownKey,

    /// <summary>A code of another system than SNOMED CT.</summary>
    OtherSystem,

    /// <summary>Digits that cannot be the code of a SNOMED CT concept.</summary>
    NoCode,

    /// <summary>A code that may well exist, but that this service has no condition for.</summary>
    UnknownCode,

    /// <summary>The rules for it are a draft, and this service is set to serve signed rules only.</summary>
    NotReviewed,

    /// <summary>More were sent than one question can have.</summary>
    TooMany,
}

/// <summary>A refusal, in a sentence that names what was sent and how to go on.</summary>
/// <param name="Sent">What was sent, cut to what is safe to show.</param>
public sealed record ConditionRefusal(string Sent, ConditionRefusalReason Reason, string Text);
