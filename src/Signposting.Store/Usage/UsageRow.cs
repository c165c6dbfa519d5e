namespace Signposting.Store.Usage;

/// <summary>Puts an event together from the columns that may be null.</summary>
internal static class UsageRow
{
    public static UsageVintage? Vintage(long? lsoa, long? icb, long? imd) =>
        lsoa is { } lsoaYear && icb is { } icbYear && imd is { } imdYear ? new UsageVintage((int)lsoaYear, (int)icbYear, (int)imdYear) : null;

    public static UsageResults? Results(long? count, bool more, long? suited, bool moreSuited) =>
        count is { } results ? new UsageResults((int)results, more, (int?)suited, moreSuited) : null;
}
