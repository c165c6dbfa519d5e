using Signposting.Store.Opportunities;

namespace Signposting.Api.Opportunities;

/// <summary>What a link worker would ask about and a record leaves open.</summary>
internal static class NotStated
{
    public static IReadOnlyList<string> Of(Description description, PriceAnswer? price)
    {
        var open = new List<string>();
        Note(description.Text, "description");
        Note(description.Organizer, "organizer");
        Note(price?.Min, "price");
        Note(description.AgeRange, "ageRange");
        Note(description.Gender, "genderRestriction");
        Note(description.Levels, "level");
        Note(description.AccessibilitySupport, "accessibilitySupport");
        Note(description.IsWheelchairAccessible, "wheelchair");
        Note(description.IsCoached, "coached");
        return open;

        void Note(object? value, string name)
        {
            if (value is null)
                open.Add(name);
        }
    }
}
