namespace Feeds.Harvester.Catalogues;

/// <summary>A feed as its dataset site names it (schema.org <c>DataDownload</c>).</summary>
/// <param name="Url">The absolute URL of the first page; otherwise as the site writes it.</param>
/// <param name="Name">The name, or null.</param>
/// <param name="Kind">What it holds, such as <c>ScheduledSession</c>: the last part of <c>additionalType</c>, or the
/// <c>identifier</c>, or the name; null when none is stated. The data's own types decide.</param>
/// <param name="TotalItems">The publisher's estimate of its items, for progress bars only.</param>
public sealed record DatasetFeed(string Url, string? Name, string? Kind, long? TotalItems);
