using Feeds.Harvester.Harvesting;
using Signposting.Store;

namespace Feeds.Harvester.Settings;

/// <summary>The settings under <c>Store:</c>, <c>Feeds:</c> and <c>Vocabularies:</c>, checked, with every path made absolute.</summary>
public sealed record HarvesterSettings
{
    /// <summary><c>Store:Engine</c> and <c>Store:Connection</c>.</summary>
    public required StoreOptions Store { get; init; }

    /// <summary><c>Feeds:Sources</c>, <c>Feeds:TrustedOrigins</c>, <c>Feeds:PollSeconds</c>, <c>Feeds:Contact</c> and <c>Vocabularies:ActivityList</c>.</summary>
    public required HarvesterOptions Harvester { get; init; }

    /// <summary><c>Feeds:Enabled</c>: whether the API harvests too. The harvester's own program does not ask.</summary>
    public required bool Enabled { get; init; }
}
