using Signposting.Store.Opportunities;

namespace Signposting.Store.Tests.Building;

internal static class Activities
{
    public static readonly Activity Yoga = Of("Yoga");
    public static readonly Activity Walking = Of("Walking");
    public static readonly Activity Swimming = Of("Swimming");
    public static readonly Activity Tennis = Of("Tennis");
    public static readonly Activity Boxing = Of("Boxing");

    public static Activity Of(string label) => new($"https://openactive.io/activity-list#{label.ToLowerInvariant()}", label);
}
