using Signposting.Store.Usage;

namespace Signposting.Usage.Contacts;

/// <summary>Events by channel.</summary>
internal struct ChannelEvents
{
    // Null: it was not used. A view is an event, though it is not counted.
    private Events? _rest;
    private Events? _page;
    private Events? _leaflet;

    /// <summary>The channels that were used.</summary>
    public readonly IEnumerable<(UsageChannel Channel, Events Events)> Used
    {
        get
        {
            if (_rest is { } rest)
                yield return (UsageChannel.Rest, rest);
            if (_page is { } page)
                yield return (UsageChannel.Page, page);
            if (_leaflet is { } leaflet)
                yield return (UsageChannel.Leaflet, leaflet);
        }
    }

    public void Add(UsageChannel channel, Events one)
    {
        ref var events = ref OfChannel(ref this, channel);
        events = events.GetValueOrDefault() + one;
    }

    private static ref Events? OfChannel(ref ChannelEvents all, UsageChannel channel)
    {
        switch (channel)
        {
            case UsageChannel.Rest:
                return ref all._rest;
            case UsageChannel.Page:
                return ref all._page;
            default:
                return ref all._leaflet;
        }
    }
}
