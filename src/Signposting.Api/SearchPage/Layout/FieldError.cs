namespace Signposting.Api.SearchPage.Layout;

/// <summary>What is wrong with a field of a form.</summary>
/// <param name="FieldId">The id of the field that a link leads to.</param>
/// <param name="Text">A sentence that says how to put it right.</param>
public sealed record FieldError(string FieldId, string Text);
