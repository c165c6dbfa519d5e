namespace Signposting.Store.Search;

/// <summary>The orders of results; a tie always ends at the public id, so that each is total.</summary>
internal static class Orders
{
    /// <summary>Online last, then next session, distance, id.</summary>
    public static int Soonest(Position a, Position b)
    {
        var order = a.Online.CompareTo(b.Online);
        if (order == 0)
            order = a.Start.CompareTo(b.Start);
        if (order == 0)
            order = a.Distance.CompareTo(b.Distance);
        return order != 0 ? order : string.CompareOrdinal(a.Id, b.Id);
    }

    /// <summary>Online last, then rank, fit, band of distance, and within it as <see cref="Soonest"/>.</summary>
    public static int Best(Position a, Position b)
    {
        var order = a.Online.CompareTo(b.Online);
        if (order == 0)
            order = a.Rank.CompareTo(b.Rank);
        if (order == 0)
            order = a.Fit.CompareTo(b.Fit);
        if (order == 0)
            order = a.Band.CompareTo(b.Band);
        return order != 0 ? order : Soonest(a, b);
    }
}
