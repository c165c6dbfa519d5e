using Signposting.Store.Opportunities;
using Signposting.Store.Search;

namespace Signposting.Store.SameClass;

/// <summary>Whether two publishers' records are of one class: only when name, place and times prove it and nothing that both state speaks against it (docs/decisions/0018).</summary>
internal static class SameClassProof
{
    /// <summary>Two entrances of one hall. A chain has had two sites 80 metres apart.</summary>
    private const double OnePlaceMetres = 50;

    private const int Adult = 18;

    /// <summary>Which of two speaks for both: who looks further ahead, so that no session is lost; who runs it; who says more; and then any fixed order.</summary>
    public static int Compare(ClassRecord a, ClassRecord b)
    {
        var order = Nullable.Compare(b.Times.Last, a.Times.Last);
        if (order == 0)
            order = b.IsOperators.CompareTo(a.IsOperators);
        if (order == 0)
            order = b.Stated.CompareTo(a.Stated);
        if (order == 0)
            order = string.CompareOrdinal(a.Row.Dataset, b.Row.Dataset);
        return order != 0 ? order : string.CompareOrdinal(a.Row.PublicId, b.Row.PublicId);
    }

    /// <summary>Everything but the times.</summary>
    public static bool AreAlike(ClassRecord a, ClassRecord b) =>
        a.Row.DatasetId != b.Row.DatasetId
        && a.Row.Type.Kind() == b.Row.Type.Kind()
        && a.Name == b.Name
        && AreOnePlace(a.Description.Place!, b.Description.Place!)
        && Agree(a.Organizer, b.Organizer)
        && AreForTheSame(a.Description, b.Description)
        && HaveAnActivityInCommon(a.Description.Activities, b.Description.Activities);

    /// <summary>… and the times.</summary>
    public static bool Holds(ClassRecord a, ClassRecord b)
    {
        var hasOneId = a.Row.Key == b.Row.Key;
        return AreAlike(a, b) && (Compare(a, b) < 0 ? a.Times.Cover(b.Times, hasOneId) : b.Times.Cover(a.Times, hasOneId));
    }

    private static bool AreOnePlace(Place a, Place b)
    {
        if (a.Point is not { } point || b.Point is not { } other || !Agree(Plain(a.Postcode), Plain(b.Postcode)))
            return false;
        var hasOnePostcode = a.Postcode is not null && b.Postcode is not null;
        var metres = point.DistanceTo(other);
        return metres <= OnePlaceMetres
            ? hasOnePostcode || NameOneAnother(Plain(a.Name), Plain(b.Name))
            : metres <= ClassLikeness.NearMetres && hasOnePostcode && a.Address is not null && Plain(a.Address) == Plain(b.Address);
    }

    /// <summary>"John Charles Centre" and "John Charles Centre, Leeds"; or one of them does not say.</summary>
    private static bool NameOneAnother(string a, string b)
    {
        if (a.Length == 0 || b.Length == 0)
            return true;
        var (words, others) = (a.Split(' ').ToHashSet(), b.Split(' ').ToHashSet());
        return words.IsSubsetOf(others) || others.IsSubsetOf(words);
    }

    /// <summary>A class for women only, or for children only, that another publisher shows without saying so is better shown twice than for all.</summary>
    private static bool AreForTheSame(Description a, Description b) =>
        (a.Gender ?? GenderRestriction.None) == (b.Gender ?? GenderRestriction.None)
        && (a.AgeRange is { } ages && b.AgeRange is { } others ? ages == others : !((a.AgeRange ?? b.AgeRange)?.Max < Adult))
        && (a.Levels is null || b.Levels is null || a.Levels.Select(Plain).ToHashSet().SetEquals(b.Levels.Select(Plain)));

    /// <summary>What was inferred proves nothing.</summary>
    private static bool HaveAnActivityInCommon(IReadOnlyList<Activity>? a, IReadOnlyList<Activity>? b)
    {
        var (published, others) = (Published(a), Published(b));
        return published.Count == 0 || others.Count == 0 || published.Overlaps(others);
    }

    private static HashSet<string> Published(IReadOnlyList<Activity>? activities) =>
        [.. (activities ?? []).Where(activity => activity.Words is null).Select(activity => activity.Id).OfType<string>()];

    private static bool Agree(string a, string b) => a.Length == 0 || b.Length == 0 || a == b;

    private static string Plain(string? text) => text is null ? "" : SearchWords.Plain(text);
}
