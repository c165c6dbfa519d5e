using Signposting.Api.Hosting;
using Signposting.Api.Places;

namespace Signposting.Api.SearchPage.Searching;

/// <summary>What became of a place that was typed.</summary>
/// <param name="Place">Null: not found.</param>
/// <param name="Town">When it is a town: its label.</param>
/// <param name="Error">A sentence for the person.</param>
internal readonly record struct TypedPlace(FoundPlace? Place, string? Town = null, string? Error = null)
{
    private readonly IReadOnlyList<string>? _towns;
    private readonly IReadOnlyList<string>? _others;

    /// <summary>Labels of towns to choose from, when several have the name.</summary>
    public IReadOnlyList<string> Towns
    {
        get => _towns ?? [];
        init => _towns = value;
    }

    /// <summary>Names of towns to try instead.</summary>
    public IReadOnlyList<string> Others
    {
        get => _others ?? [];
        init => _others = value;
    }
}

/// <summary>Finds a place by what people type: a postcode, its first part, or a town.</summary>
internal sealed class FindTypedPlace(PlaceFinder finder, TownList towns, DataOrigin origin)
{
    private const string Examples = "Enter a full postcode such as LS1 3AD, its first part such as LS1, or a town";
    private const string OnlyDemo = "This demo knows some towns and their made-up postcodes only. Choose one of the towns";
    private const int MostOthers = 12;

    public async Task<TypedPlace> FindAsync(string typed, CancellationToken cancel)
    {
        if (typed.Length == 0)
            return new TypedPlace(null, Error: "Enter a postcode or a town");
        if (PostcodeText.Read(typed) is { } postcode)
            return await FindAsync(postcode, cancel);
        return towns.Find(typed) switch
        {
            [] => NotFound(typed),
            // With its postcodes only where they tell it from another.
            [var town] => new TypedPlace(new FoundPlace(town.Middle, PlacePrecision.Coordinates), typed.Contains('(', StringComparison.Ordinal) ? town.Label : town.Name),
            var several => new TypedPlace(null, Error: $"There are several places called {several[0].Name}. Choose one") { Towns = [.. several.Select(town => town.Label)] },
        };
    }

    public async Task<TypedPlace> FindAsync(AskedPlace asked, CancellationToken cancel) => await finder.FindAsync(asked, cancel) switch
    {
        PlaceLookUp.Found { Place: var place } => new TypedPlace(place),
        PlaceLookUp.Unavailable => new TypedPlace(null, Error: "Postcodes cannot be looked up at the moment. Enter a town instead, or try again in a minute"),
        _ when origin.IsMadeUp => new TypedPlace(null, Error: $"We cannot find this postcode. {OnlyDemo}") { Others = towns.Largest(MostOthers) },
        _ => new TypedPlace(null, Error: "We cannot find this postcode. Check it, or enter its first part or a town"),
    };

    private TypedPlace NotFound(string typed)
    {
        const string None = "We know no activities in a place of this name.";
        if (!towns.IsRead)
            return new TypedPlace(null, Error: "The names of towns are still being read. Enter a postcode, or try again in a minute");
        if (origin.IsMadeUp)
            return new TypedPlace(null, Error: $"{None} {OnlyDemo}") { Others = towns.Largest(MostOthers) };
        return towns.Suggest(typed) switch
        {
            [] => new TypedPlace(null, Error: $"{None} {Examples}"),
            var near => new TypedPlace(null, Error: $"{None} Did you mean {string.Join(" or ", near)}? {Examples}") { Others = near },
        };
    }
}
