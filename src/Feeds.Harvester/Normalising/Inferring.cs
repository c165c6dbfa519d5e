using OpenActive.Vocabulary;
using Signposting.Store.Opportunities;

namespace Feeds.Harvester.Normalising;

/// <summary>
/// Adds what name and description say to what a record states: an activity where none of the activity list is stated, or only a
/// generic one, and facts about the audience. Nothing that is stated is changed or left out.
/// </summary>
internal sealed class Inferring(NameReader names)
{
    /// <summary>For a whole opportunity: from its name, and where that says nothing of an activity, from its description.</summary>
    internal Description Complete(Description stated)
    {
        var activities = Activities(stated, stated.Text);
        var audience = Audience(stated);
        return audience is null && ReferenceEquals(activities, stated.Activities) ? stated : stated with { Activities = activities, Inferred = audience };
    }

    /// <summary>For an occurrence: from its own name, where that is not its parent's.</summary>
    internal Description CompleteOwn(Description own, Description? parent)
    {
        if (own.Name is null || own.Name == parent?.Name)
            return own;
        var isStated = own.Activities is null && parent?.Activities?.Any(activity => activity.Words is null) == true;
        return own with { Activities = isStated ? own.Activities : Activities(own, text: null), Inferred = Audience(own) };
    }

    /// <summary>What its name says of whom it is for; null when that is nothing, or stated anyway.</summary>
    private List<Inference>? Audience(Description stated)
    {
        if (stated.Name is null || names.Read(stated.Name).Audience is not { Count: > 0 } audience)
            return null;
        List<Inference>? open = null;
        foreach (var inference in audience)
        {
            if (!IsStated(inference, stated))
                (open ??= []).Add(inference);
        }

        return open;
    }

    /// <summary>Those stated, and where they say little those of the name, else of the description.</summary>
    private IReadOnlyList<Activity>? Activities(Description stated, string? text)
    {
        var published = stated.Activities ?? [];
        for (var at = 0; at < published.Count; at++)
        {
            var activity = published[at];
            if (activity.Id is not null && !GenericActivities.Includes(activity.Label))
                return stated.Activities;
        }

        var inferred = InWords(published, WithoutVenue(stated.Name, stated.Place?.Name));
        if (inferred.Count == 0 && text is not null && !published.Any(activity => activity.Id is not null) && names.InDescription(text) is { } described)
            inferred = [described];
        return inferred.Count == 0 ? stated.Activities : [.. published, .. inferred.Take(NormalisingLimits.Activities - Math.Min(NormalisingLimits.Activities, published.Count))];
    }

    /// <summary>A publisher's own word for the activity says it before the name does; "General" says nothing.</summary>
    private List<Activity> InWords(IReadOnlyList<Activity> published, string? name)
    {
        var words = published.Where(activity => activity.Id is null).Select(activity => activity.Label);
        foreach (var text in name is null ? words : words.Append(name))
        {
            var found = names.Read(text).Activities.Where(activity => IsNews(activity, published)).ToList();
            if (found.Count > 0)
                return found;
        }

        return [];
    }

    /// <summary>"Yoga at Boxing Club House": of a venue that the record names too, the words say nothing about the class.</summary>
    private static string? WithoutVenue(string? name, string? venue) =>
        name is not null && venue is not null && venue.Contains(' ', StringComparison.Ordinal) && venue.Length < name.Length
            ? name.Replace(venue, "|", StringComparison.OrdinalIgnoreCase)
            : name;

    private bool IsNews(Activity found, IReadOnlyList<Activity> published) =>
        !published.Any(known => known.Id is not null && names.List.SelfAndNarrower(found.Id!).Contains(known.Id));

    /// <summary>Only to keep the record small: what counts is decided when all parents are known.</summary>
    private static bool IsStated(Inference inference, Description stated) => inference.About switch
    {
        Inferences.Ages => stated.AgeRange is not null,
        Inferences.Gender => stated.Gender is not null,
        Inferences.Levels => stated.Levels is not null,
        Inferences.Free => stated.Offers is not null || stated.IsAccessibleForFree is not null,
        Inferences.Online => stated.Attendance is not null,
        _ => false,
    };
}
