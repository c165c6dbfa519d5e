using Signposting.Api.Places;

namespace Signposting.Api.SearchPage.Searching;

/// <summary>What became of a place that was typed.</summary>
/// <param name="Place">Null: not found.</param>
/// <param name="Town">When it is a town: its label.</param>
/// <param name="Error">A sentence for the person.</param>
internal readonly record struct TypedPlace(FoundPlace? Place, string? Town = null, string? Error = null)
{
    private readonly IReadOnlyList<string>? _towns;

    /// <summary>Labels of towns to choose from, when several have the name.</summary>
    public IReadOnlyList<string> Towns
    {
        get => _towns ?? [];
        init => _towns = value;
    }
}

/// <summary>Finds a place by what people type: a postcode, its first part, or a town.</summary>
internal sealed class FindTypedPlace(PlaceFinder finder, TownList towns)
{
    private const string Examples = "Enter a full postcode such as LS1 3AD, its first part such as LS1, or a town";

    public async Task<TypedPlace> FindAsync(string typed, CancellationToken cancel)
    {
        if (typed.Length == 0)
            return new TypedPlace(null, Error: "Enter a postcode or a town");
        if (PostcodeText.Read(typed) is { } postcode)
            return await FindAsync(postcode, cancel);
        return towns.Find(typed) switch
        {
            [] => new TypedPlace(null, Error: NotFound(typed)),
            [var town] => new TypedPlace(new FoundPlace(town.Middle, PlacePrecision.Coordinates), town.Label),
            var several => new TypedPlace(null, Error: $"There are several places called {several[0].Name}. Choose one") { Towns = [.. several.Select(town => town.Label)] },
        };
    }

    public async Task<TypedPlace> FindAsync(AskedPlace asked, CancellationToken cancel) => await finder.FindAsync(asked, cancel) switch
    {
        PlaceLookUp.Found { Place: var place } => new TypedPlace(place),
        PlaceLookUp.Unavailable => new TypedPlace(null, Error: "Postcodes cannot be looked up at the moment. Enter a town instead, or try again in a minute"),
        _ => new TypedPlace(null, Error: "We cannot find this postcode. Check it, or enter its first part or a town"),
    };

    private string NotFound(string typed) => towns.Suggest(typed) switch
    {
        [] => $"We know no activities in a place of this name. {Examples}",
        var near => $"We know no activities in a place of this name. Did you mean {string.Join(" or ", near)}? {Examples}",
    };
}
