using System.Globalization;
using Feeds.Harvester.Http;

namespace Feeds.Harvester.Rpde;

/// <summary>The sentences of the faults that a page can have.</summary>
internal static class RpdeFaults
{
    public static Fault Html() => new(FaultCode.Html,
        "A web page came where data was expected, perhaps a challenge to prove we are no robot. It is tried again; if it lasts, tell the publisher.");

    public static Fault NotJson(string why) => new(FaultCode.NotJson,
        $"What came is no JSON: {why}. It is tried again; check that the address is that of a feed.");

    public static Fault BadJson(string why) => new(FaultCode.BadJson,
        $"The page is broken JSON ({Faults.Shown(why)}). Nothing of it was used; it is tried again. If it lasts, tell the publisher.");

    public static Fault NotRpde(string why) => new(FaultCode.NotRpde,
        $"The page is JSON but no RPDE page: {why}. Check that the address is that of a feed.");

    public static Fault BrokenPaging(string why) => new(FaultCode.BrokenPaging,
        $"The feed cannot be read further: {why}. What was read before is kept. Tell the publisher.");

    public static Fault TooManyItems(int limit) => new(FaultCode.TooManyItems,
        string.Create(CultureInfo.InvariantCulture, $"The page has more than {limit} items. The publisher must make smaller pages."));

    public static Fault Loop(string next) => new(FaultCode.Loop,
        $"The feed leads in a circle: {Faults.Shown(next)} was read before in this run. What was read is kept. Tell the publisher.");

    public static Fault NoProgress(int pages) => new(FaultCode.NoProgress,
        string.Create(CultureInfo.InvariantCulture, $"The feed goes on without end: its last {pages} pages brought nothing new. What was read is kept. Tell the publisher."));

    public static Fault TooManyPages(int limit) => new(FaultCode.TooManyPages,
        string.Create(CultureInfo.InvariantCulture, $"The feed has more than {limit} pages. What was read is kept; if the feed is really so long, raise the limit."));
}
