using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Feeds.Sample.Rpde;

/// <summary>Where a page begins: the first position after the given <c>modified</c> and id.</summary>
internal static class Cursor
{
    /// <summary>The position, or what is wrong with the query.</summary>
    public static (int Position, string? Error) Read(Feed feed, IQueryCollection query)
    {
        if (query.Count == 0)
        {
            return (0, null);
        }

        if (query.Keys.FirstOrDefault(key => key is not ("afterTimestamp" or "afterId")) is { } unknown)
        {
            return (0, $"There is no parameter {unknown}; follow the \"next\" of a page.");
        }

        if (!long.TryParse(query["afterTimestamp"], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var modified))
        {
            return (0, "afterTimestamp must be a whole number; follow the \"next\" of a page.");
        }

        var id = query["afterId"].ToString();
        if (id.Length == 0 || (!feed.HasStringIds && !long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
        {
            return (0, $"afterId must be {(feed.HasStringIds ? "an id" : "a whole number")}; follow the \"next\" of a page.");
        }

        return (FirstAfter(feed, modified, id), null);
    }

    /// <summary>The cursor that continues after a position, as the query of a <c>next</c>.</summary>
    public static string After(Feed feed, int position) =>
        string.Create(CultureInfo.InvariantCulture, $"afterTimestamp={feed.ModifiedAt(position)}&afterId={feed.IdAt(position)}");

    private static int FirstAfter(Feed feed, long modified, string id)
    {
        var (low, high) = (0, feed.Count);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (IsAfter(feed, middle, modified, id))
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }

    private static bool IsAfter(Feed feed, int position, long modified, string id)
    {
        var own = feed.ModifiedAt(position);
        return own > modified || (own == modified && CompareIds(feed, feed.IdAt(position), id) > 0);
    }

    private static int CompareIds(Feed feed, string left, string right) => feed.HasStringIds
        ? string.CompareOrdinal(left, right)
        : long.Parse(left, CultureInfo.InvariantCulture).CompareTo(long.Parse(right, CultureInfo.InvariantCulture));
}
