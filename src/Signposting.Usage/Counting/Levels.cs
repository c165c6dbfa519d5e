namespace Signposting.Usage.Counting;

/// <summary>What sort of area a row is of.</summary>
public static class Levels
{
    public const string Icb = "icb";
    public const string SubIcb = "sub-icb";
    public const string Msoa = "msoa";
    public const string NotKnown = "not-known";
}
