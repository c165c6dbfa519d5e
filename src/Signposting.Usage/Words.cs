namespace Signposting.Usage;

/// <summary>What stands in a table where there is no code or name.</summary>
public static class Words
{
    /// <summary>The area, and with it the decile, is not known.</summary>
    public const string NotKnown = "not-known";

    /// <summary>No condition, or no activity, was named.</summary>
    public const string NoneNamed = "none-named";

    /// <summary>Nothing was looked at and nobody sent anywhere, so that there is no provider; or no suitable opportunity was found.</summary>
    public const string None = "none";

    /// <summary>The record names neither an organiser nor a publisher.</summary>
    public const string NotStated = "not-stated";
}
