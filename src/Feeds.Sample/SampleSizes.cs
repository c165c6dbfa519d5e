using Feeds.Sample.Command;

namespace Feeds.Sample;

/// <summary>How the opportunities asked for are shared out among the feeds. The rest, about 70 %, are series.</summary>
internal sealed record SampleSizes(int Series, int Facilities, int Courses, int Events, int OnDemand, int SessionsPerOpportunity)
{
    public static SampleSizes Of(SampleOptions options)
    {
        var all = options.Opportunities;
        var (facilities, courses, events, onDemand) = (all * 8L / 100, all * 8L / 100, all * 12L / 100, all * 2L / 100);
        return new((int)(all - facilities - courses - events - onDemand), (int)facilities, (int)courses, (int)events, (int)onDemand, options.SessionsPerOpportunity);
    }
}
