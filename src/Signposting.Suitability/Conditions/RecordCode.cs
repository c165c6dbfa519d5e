namespace Signposting.Suitability.Conditions;

/// <summary>A SNOMED CT code to write back to a patient's record.</summary>
/// <param name="Use">What it records: <c>referral-to-physical-activity</c>.</param>
/// <param name="Code">Digits.</param>
/// <param name="Term">As seen where the code was found.</param>
public sealed record RecordCode(string Use, string Code, string Term);
