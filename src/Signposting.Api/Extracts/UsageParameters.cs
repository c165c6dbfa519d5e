using Signposting.Api.Access;
using Signposting.Api.Opportunities;
using Signposting.Api.Problems;
using Signposting.Usage.Tables;

namespace Signposting.Api.Extracts;

/// <summary>What <c>GET /v1/usage</c> takes.</summary>
internal static class UsageParameters
{
    /// <summary>Stands for all boards together.</summary>
    public const string National = "national";

    /// <summary>The table of late events, beside the fixed ones.</summary>
    public const string Adjustments = "adjustments";

    public static readonly SearchParameter Month = new()
    {
        Name = "month", Required = true, Example = "2026-10",
        Description = "A calendar month that is over, as yyyy-MM.",
    };

    public static readonly SearchParameter Table = new()
    {
        Name = "table", Required = true, Example = "by-condition", Words = [.. UsageTable.All.Select(table => table.Name), Adjustments],
        Description = "Which table. adjustments has what came too late for an earlier month and was therefore not counted in it.",
    };

    public static readonly SearchParameter Icb = new()
    {
        Name = "icb", Example = "QWO",
        Description = "ODS code of the client's own Integrated Care Board, or national, which needs the scope usage:read-national. Without it: the client's own board with the scope usage:read, otherwise national.",
    };

    public static readonly IReadOnlyList<SearchParameter> OfTable = [Month, Table, Icb];

    /// <summary>Null: it is noted among the errors.</summary>
    public static Month? ReadMonth(SentParameters sent, ParameterErrors errors, TimeProvider time, bool inProgress)
    {
        if (errors.Has(Month.Name))
            return null;
        if (sent.One(Month) is not { } text)
            errors.Add(Month.Name, "is missing; send a month that is over, such as 2026-10");
        else if (Extracts.Month.Read(text) is not { } month)
            errors.Add(Month.Name, "must be a calendar month written as in 2026-10");
        else if (Objection(month, time, inProgress) is { } objection)
            errors.Add(Month.Name, objection);
        else
            return month;
        return null;
    }

    public static string? ReadTable(SentParameters sent, ParameterErrors errors)
    {
        if (errors.Has(Table.Name))
            return null;
        if (sent.One(Table) is not { } name)
            errors.Add(Table.Name, $"is missing; send one of {string.Join(", ", Table.Words)}");
        else if (Table.IndexOf(name) < 0)
            errors.Add(Table.Name, $"must be one of {string.Join(", ", Table.Words)}");
        else
            return name;
        return null;
    }

    /// <returns>Whose tables are meant; null with an error noted: neither a code nor national.</returns>
    public static Whose? ReadIcb(SentParameters sent, ParameterErrors errors)
    {
        if (sent.One(Icb) is not { } text)
            return errors.Has(Icb.Name) ? null : new Whose.NotSaid();
        if (text == National)
            return new Whose.All();
        if (OdsCode.Icb(text) is { } icb)
            return new Whose.Board(icb);
        errors.Add(Icb.Name, "must be the ODS code of an Integrated Care Board, such as QWO, or national");
        return null;
    }

    private static string? Objection(Month month, TimeProvider time, bool inProgress)
    {
        var now = Extracts.Month.Now(time);
        if (month.First > now.First)
            return $"is in the future; the last month that is over is {new Month(now.First.AddMonths(-1))}";
        if (month == now)
            return inProgress ? null : $"is not over yet: it is published at {month.PublishedFrom:yyyy-MM-dd HH:mm} London time and does not change from then on";
        return month.PublishedFrom > time.GetUtcNow() && !inProgress ? $"is over, and is published at {month.PublishedFrom:yyyy-MM-dd HH:mm} London time" : null;
    }
}

/// <summary>Whose tables are asked for.</summary>
internal abstract record Whose
{
    private Whose() { }

    public sealed record NotSaid : Whose;

    public sealed record All : Whose;

    public sealed record Board(string Icb) : Whose;
}
