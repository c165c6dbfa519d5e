using Signposting.Api.Places;
using Signposting.Suitability.Conditions;

namespace Signposting.Api.SearchPage.Details;

/// <summary>The search that a page was reached from, as its encrypted token tells it: conditions and place stand in no address.</summary>
internal sealed record SearchOrigin
{
    /// <summary>Reached some other way.</summary>
    public static readonly SearchOrigin None = new();

    /// <summary>Null: there is none, or none that is still valid.</summary>
    public string? Token { get; init; }

    /// <summary>Null: none were named.</summary>
    public ConditionSet? Conditions { get; init; }

    public AskedPlace? Place { get; init; }

    /// <summary>A path of ours with the token, so that it travels on.</summary>
    public string With(string path) => Token is null ? path : $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{SearchOrigins.Name}={Token}";

    /// <summary>A record would print its values.</summary>
    public override string ToString() => nameof(SearchOrigin);
}
