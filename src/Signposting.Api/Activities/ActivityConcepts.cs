using OpenActive.Vocabulary;

namespace Signposting.Api.Activities;

/// <summary>The activity list in use: the project's own concepts until the store has a published list.</summary>
internal sealed class ActivityConcepts
{
    private Func<ActivityList> _current = () => ActivityList.BuiltIn;

    public ActivityList Current => _current();

    /// <summary>From now on the list is what <paramref name="current"/> says at each moment.</summary>
    public void Follow(Func<ActivityList> current) => Volatile.Write(ref _current, current);
}
