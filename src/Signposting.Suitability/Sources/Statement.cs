namespace Signposting.Suitability.Sources;

/// <summary>A sentence for a clinician or a patient, and what it rests on. There is none without a source.</summary>
public sealed record Statement(string Text, Source Source);
