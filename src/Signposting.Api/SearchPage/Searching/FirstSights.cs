namespace Signposting.Api.SearchPage.Searching;

/// <summary>
/// Tells whether the results of a token are shown for the first time: going back to them, or loading them again, is no new
/// search. Holds a number for each of the last tokens, in memory only.
/// </summary>
internal sealed class FirstSights
{
    private const int Most = 20_000;

    private readonly Lock _lock = new();
    private readonly HashSet<int> _seen = [];

    public bool Is(string token)
    {
        // Tokens are random: their own hash tells them apart.
        var number = string.GetHashCode(token, StringComparison.Ordinal);
        lock (_lock)
        {
            if (_seen.Count >= Most)
                _seen.Clear();
            return _seen.Add(number);
        }
    }
}
