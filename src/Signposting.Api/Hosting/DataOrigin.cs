namespace Signposting.Api.Hosting;

/// <summary>Whether the data is made up (<c>--demo</c>); then every answer and every page says so.</summary>
internal sealed record DataOrigin(bool IsMadeUp)
{
    /// <summary>For answers: true or absent.</summary>
    public bool? Demo => IsMadeUp ? true : null;
}
