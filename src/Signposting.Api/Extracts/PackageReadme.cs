namespace Signposting.Api.Extracts;

/// <summary>The note for the analyst.</summary>
internal static class PackageReadme
{
    public static string Of(MonthReport report) => $"""
        USAGE OF A SIGNPOSTING SERVICE
        {report.Month}, {(report.Icb is { } icb ? $"Integrated Care Board {icb}" : "all boards together (national)")}
        {(report.Demo == true ? "\nTHE DATA IS MADE UP.\n" : "")}{(report.InProgress == true ? "\nTHE MONTH IS NOT OVER. These figures will change, and are less protected than those of a whole\nmonth: do not publish them.\n" : "")}
        What this is
        Counts of contacts with a service that finds physical activity for patients: by condition, area,
        deprivation, activity, provider and channel, and where people looked and found too little
        (unmet-demand.csv). supply-*.csv says what is on offer, data-*.csv what its publishers leave out.
        dictionary.csv and csvw-metadata.json explain every column. Check the files with: sha256sum -c SHA256SUMS

        What is counted
        A contact is one client (a practice, a team), one area and one set of conditions on one day. It is
        fewer than people: two alike on one day are one contact. A contact with several conditions counts
        in each of their rows, so that rows of conditions, activities, providers and channels do not add up
        to the month. Looking at a record has no place and counts as "not-known".

        What the figures are
        1 to 7 contacts: *. Others are rounded to the nearest 5, each by itself, so that sums differ from
        totals. Further figures are * so that none can be worked out. Empty: not shown, because the figure
        it is part of is *, or it cannot be split safely. A row that is missing had no contacts, or is part
        of something that is *. Tables without rows: fewer than 8 contacts, or too few to be split.
        Method: {report.Rule}.

        What it may be used for
        Planning, commissioning, equality of access, public reporting. The figures are meant to be anonymous.
        You must not try to identify anybody, or to work out a suppressed figure, by joining them with
        other data, with national tables, with those of another board or with earlier months. Ask before
        publishing them beside other tables of the same service.
        Counts are of use of a service, not of need or illness: do not read them as prevalence.

        Editions of areas: {(report.Vintage.Length > 0 ? report.Vintage : "no area was known")}. Compare months only within one edition.
        Offers and their quality: as of {report.OfferedAt?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "not recorded"}. What suits whom comes from rules that no clinician has reviewed unless
        the service says otherwise.
        A month never changes. What came too late is in adjustments.csv of a later one.

        Show with any figure: {UsageAnswer.Notice}

        """.ReplaceLineEndings("\r\n");
}
