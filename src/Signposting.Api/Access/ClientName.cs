namespace Signposting.Api.Access;

/// <summary>What a client may be called: usage tables and logs show it.</summary>
internal static class ClientName
{
    public const int Longest = 100;

    public static string? Read(string? text) =>
        text?.Trim() is { Length: > 0 and <= Longest } name && !name.Any(char.IsControl) ? name : null;
}
