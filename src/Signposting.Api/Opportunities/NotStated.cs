using Signposting.Store.Opportunities;
using Signposting.Store.Search;

namespace Signposting.Api.Opportunities;

/// <summary>What a link worker would ask about and a record leaves open.</summary>
internal static class NotStated
{
    private static readonly (Unstated Filter, string Name)[] OfFilters =
    [
        (Unstated.Age, "age"), (Unstated.Gender, "gender"), (Unstated.Level, "level"), (Unstated.Accessibility, "accessibility"),
        (Unstated.Wheelchair, "wheelchair"), (Unstated.Free, "free"), (Unstated.MaxPrice, "maxPrice"), (Unstated.Coached, "coached"),
        (Unstated.Setting, "setting"), (Unstated.HasSpaces, "hasSpaces"), (Unstated.Times, "day"), (Unstated.Times, "startAfter"), (Unstated.Times, "startBefore"),
    ];

    /// <summary>Names of filters where there is one, so that a caller finds there what it asked for.</summary>
    /// <param name="unstated">Filters of this search that passed for want of a statement.</param>
    /// <param name="asked">The filters of this search; null: none.</param>
    public static IReadOnlyList<string> Of(Description description, PriceAnswer? price, Unstated unstated, AskedFilters? asked)
    {
        var open = new List<string>();
        Note(description.Text, "description");
        Note(description.Organizer, "organizer");
        Note(price?.Min, "price");
        Note(description.AgeRange, "age");
        Note(description.Gender, "gender");
        Note(description.Levels, "level");
        Note(description.AccessibilitySupport, "accessibility");
        Note(description.IsWheelchairAccessible, "wheelchair");
        Note(description.IsCoached, "coached");
        foreach (var (filter, name) in OfFilters)
        {
            if ((unstated & filter) != 0 && IsAsked(name, asked) && !open.Contains(name))
                open.Add(name);
        }

        return open;

        void Note(object? value, string name)
        {
            if (value is null)
                open.Add(name);
        }
    }

    private static bool IsAsked(string name, AskedFilters? asked) => name switch
    {
        "day" => asked?.Day is not null,
        "startAfter" => asked?.StartAfter is not null,
        "startBefore" => asked?.StartBefore is not null,
        _ => true,
    };
}
