namespace Feeds.Harvester.Normalising;

/// <summary>The stable codes under which the normaliser refuses a record.</summary>
public static class RejectionReasons
{
    /// <summary>The item is <c>updated</c> but has no <c>data</c>, or it is <c>null</c> or no object.</summary>
    public const string DataMissing = "data-missing";

    /// <summary>The <c>data</c> is not JSON.</summary>
    public const string BadJson = "bad-json";

    /// <summary>The <c>data</c> is nested deeper than 64 levels.</summary>
    public const string TooDeep = "item-too-deep";

    /// <summary>Invalid UTF-8 or half a surrogate pair.</summary>
    public const string BadText = "bad-text";

    /// <summary>No <c>@type</c>, and the feed's kind does not tell.</summary>
    public const string TypeMissing = "type-missing";

    /// <summary>A <c>@type</c> that is no opportunity and no session.</summary>
    public const string TypeUnknown = "type-unknown";

    /// <summary>A session or slot that names no parent and cannot stand alone.</summary>
    public const string ParentMissing = "parent-missing";

    /// <summary>A session without a start, or with a date that has no time.</summary>
    public const string TimeMissing = "time-missing";

    /// <summary>A session whose start is no ISO 8601 time.</summary>
    public const string TimeUnreadable = "time-unreadable";

    /// <summary>A session that starts before 2000 or after 2100.</summary>
    public const string TimeOutOfRange = "time-out-of-range";
}
