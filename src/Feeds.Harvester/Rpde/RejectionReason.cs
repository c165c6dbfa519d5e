namespace Feeds.Harvester.Rpde;

/// <summary>Why an item was rejected. Stable: counts by reason are published by <c>/v1/feeds</c>.</summary>
public static class RejectionReason
{
    /// <summary>The item is no JSON object.</summary>
    public const string NotObject = "item-not-object";

    /// <summary>No id, or one that is neither text nor an integer.</summary>
    public const string NoId = "item-no-id";

    /// <summary>An id of more than 512 characters.</summary>
    public const string LongId = "item-long-id";

    /// <summary>A state other than <c>updated</c> and <c>deleted</c>, or none.</summary>
    public const string NoState = "item-no-state";

    /// <summary>Updated, but without an object as its data.</summary>
    public const string NoData = "item-no-data";

    /// <summary>A <c>modified</c> beyond 64 bits, or of a type that is no version.</summary>
    public const string BadModified = "item-bad-modified";

    /// <summary>More bytes than an item may have.</summary>
    public const string TooLarge = "item-too-large";

    /// <summary>Nested deeper than an item may be.</summary>
    public const string TooDeep = "item-too-deep";

    /// <summary>Bytes that are no UTF-8.</summary>
    public const string BadText = "item-bad-text";
}
