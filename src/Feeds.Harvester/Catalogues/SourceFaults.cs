using System.Globalization;
using Feeds.Harvester.Http;

namespace Feeds.Harvester.Catalogues;

/// <summary>The sentences of the faults that a source can have.</summary>
internal static class SourceFaults
{
    public static Fault Unknown(string url) => new(FaultCode.UnknownSource,
        $"{Faults.Shown(url)} is JSON, but no catalogue collection, catalogue, dataset or feed. Check the address.");

    public static Fault PlainPage(string url) => new(FaultCode.Html,
        $"{Faults.Shown(url)} is a web page without a description of a dataset (JSON-LD of type Dataset). Check the address; if it is right, tell the publisher.");

    public static Fault BrokenScript(string url, string place) => new(FaultCode.BadJson,
        $"The JSON-LD in the web page {Faults.Shown(url)} is broken ({place} of the script). Tell the publisher.");

    public static Fault TooLarge(string url, int limit) => new(FaultCode.TooLarge, string.Create(
        CultureInfo.InvariantCulture, $"{Faults.Shown(url)} is larger than {limit / 1048576} MB, too much for a catalogue or a dataset site. Check the address."));

    public static Fault TooManyTokens(string url, int limit) => new(FaultCode.TooLarge, string.Create(
        CultureInfo.InvariantCulture, $"{Faults.Shown(url)} has more than {limit} parts, too much for a catalogue or a dataset site. Check the address."));

    public static Fault TooDeep(string url, int limit) => new(FaultCode.TooMany, string.Create(
        CultureInfo.InvariantCulture, $"{Faults.Shown(url)} was not read: it is nested deeper than {limit} levels below a configured source."));

    public static Fault TooManyLinks(string url, int limit) => new(FaultCode.TooMany, string.Create(
        CultureInfo.InvariantCulture, $"{Faults.Shown(url)} links to more than {limit} catalogues and dataset sites. Only the first were read."));

    public static Fault TooManyPagesBelow(string url, int limit) => new(FaultCode.TooMany, string.Create(
        CultureInfo.InvariantCulture, $"Only the first {limit} catalogues and dataset sites below {Faults.Shown(url)} were read. If there are really so many, raise the limit."));

    public static Fault TooManyFeedsBelow(string url, int limit) => new(FaultCode.TooMany, string.Create(
        CultureInfo.InvariantCulture, $"Only the first {limit} feeds below {Faults.Shown(url)} were taken. If there are really so many, raise the limit."));

    public static Fault TooManyPages(int limit) => new(FaultCode.TooMany, string.Create(
        CultureInfo.InvariantCulture, $"Only the first {limit} catalogues and dataset sites of this source were read. If there are really so many, raise the limit."));

    public static Fault TooManyFeeds(int limit) => new(FaultCode.TooMany, string.Create(
        CultureInfo.InvariantCulture, $"Only the first {limit} feeds were taken. If there are really so many, raise the limit."));
}
