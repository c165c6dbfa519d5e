using Signposting.Api.SearchPage.Layout;

namespace Signposting.Api.SearchPage.Searching;

/// <summary>The start page in any of its states.</summary>
public sealed record SearchView(SearchForm Form, IReadOnlyList<FieldError> Errors)
{
    /// <summary>A sentence above the form: why one is back here.</summary>
    public string? Notice { get; init; }

    /// <summary>Whether the person is to confirm what the words mean.</summary>
    public bool IsToConfirm => Form.Reading is not null;
}
