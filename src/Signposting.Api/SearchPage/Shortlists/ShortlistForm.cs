namespace Signposting.Api.SearchPage.Shortlists;

/// <summary>The fields of the forms that change the shortlist. Every page that has such a form uses these.</summary>
internal static class ShortlistForm
{
    /// <summary>What to do: <see cref="Add"/> (also when it is left out), <see cref="Remove"/> or <see cref="Clear"/>.</summary>
    public const string Do = "do";

    public const string Add = "add";
    public const string Remove = "remove";
    public const string Clear = "clear";

    /// <summary>Id of the opportunity.</summary>
    public const string Id = "id";

    /// <summary>Where to go on: <see cref="ToActivity"/> or <see cref="ToList"/>; left out: to the results where there are some.</summary>
    public const string Back = "back";

    public const string ToActivity = "activity";
    public const string ToList = "list";
}
