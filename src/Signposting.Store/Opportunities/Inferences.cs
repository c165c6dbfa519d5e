namespace Signposting.Store.Opportunities;

/// <summary>Lets inferred values fill what is not stated, once inheritance is done. A stated value always counts more.</summary>
public static class Inferences
{
    /// <summary>The age range.</summary>
    public const string Ages = "ageRange";

    /// <summary>The gender restriction.</summary>
    public const string Gender = "genderRestriction";

    /// <summary>The levels.</summary>
    public const string Levels = "level";

    /// <summary>That it is free.</summary>
    public const string Free = "price";

    /// <summary>That it is online.</summary>
    public const string Online = "attendance";

    /// <summary>That nobody coaches in the room.</summary>
    public const string Uncoached = "coached";

    /// <summary>"Virtual": <see cref="Online"/> where there is no place, else a class on a screen and <see cref="Uncoached"/>.</summary>
    public const string Virtual = "virtual";

    /// <summary>The description with what its <see cref="Description.Inferred"/> adds, and only those left there; itself when there are none.</summary>
    public static Description Settle(this Description description)
    {
        ArgumentNullException.ThrowIfNull(description);
        if (description.Inferred is not { } inferred)
            return description;
        var settled = description;
        var kept = new List<Inference>(inferred.Count);
        foreach (var inference in inferred)
        {
            if (Apply(settled, inference) is var (next, counted))
            {
                settled = next;
                kept.Add(counted);
            }
        }

        return settled with { Inferred = kept.Count == 0 ? null : kept };
    }

    /// <summary>The child's own words count before its parents'.</summary>
    internal static IReadOnlyList<Inference>? Merge(IReadOnlyList<Inference>? child, IReadOnlyList<Inference>? parent) =>
        parent is null ? child : child is null ? parent : [.. child, .. parent.Where(theirs => !child.Any(own => own.About == theirs.About))];

    private static (Description, Inference)? Apply(Description to, Inference inference) => inference.About switch
    {
        Ages when to.AgeRange is null => (to with { AgeRange = inference.AgeRange }, inference),
        Gender when to.Gender is null => (to with { Gender = inference.Gender }, inference),
        Levels when to.Levels is null => (to with { Levels = inference.Levels }, inference),
        Free when to is { Offers: null, IsAccessibleForFree: null } => (to with { IsAccessibleForFree = true }, inference),
        Online when to is { Attendance: null, Place: null } => (to with { Attendance = AttendanceMode.Online }, inference),
        Virtual when to.Place is null => Apply(to, inference with { About = Online }),
        Virtual when to.Attendance is not AttendanceMode.Online => Apply(to, inference with { About = Uncoached }),
        Uncoached when to.IsCoached is null => (to with { IsCoached = false }, inference),
        _ => null,
    };
}
