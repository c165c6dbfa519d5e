using Feeds.Sample.Rpde;

namespace Feeds.Sample.Sites;

/// <summary>A dataset site: its path (<c>/openactive</c>), who publishes it, and what.</summary>
internal sealed record SampleSite(string Path, string Publisher, IReadOnlyList<Feed> Feeds);
