namespace Signposting.Api.Opportunities;

/// <summary>What a search may ask for at most.</summary>
internal static class SearchLimits
{
    public const double LeastRadiusKm = 0.1;
    public const double MostRadiusKm = 50;
    public const double DefaultRadiusKm = 5;
    public const int MostItems = 100;
    public const int DefaultItems = 20;

    /// <summary>How often a repeatable parameter may stand, unless it says otherwise.</summary>
    public const int MostRepeats = 20;

    /// <summary>Characters of a value; a cursor may be longer.</summary>
    public const int MostCharacters = 200;

    public const int MostCursorCharacters = 8_000;

    /// <summary>Characters of a value of this parameter.</summary>
    public static int MostCharactersOf(SearchParameter parameter) => parameter.Name == SearchParameters.Cursor.Name ? MostCursorCharacters : MostCharacters;

    /// <summary>Parameters that are looked at; what stands behind them is refused unread.</summary>
    public const int MostParameters = 120;

    public const int SessionsPerItem = 10;
    public const int SessionsInDetail = 100;

    /// <summary>Sessions on a page of them, and in a calendar.</summary>
    public const int SessionsOnPage = 500;

    /// <summary>Ids whose state is asked for at once.</summary>
    public const int MostIds = 100;

    public static readonly TimeSpan DefaultWindow = TimeSpan.FromDays(14);
    public static readonly TimeSpan LongestWindow = TimeSpan.FromDays(366);
    public static readonly TimeSpan CursorLifetime = TimeSpan.FromHours(24);
}
