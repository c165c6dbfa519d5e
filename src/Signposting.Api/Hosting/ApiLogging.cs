namespace Signposting.Api.Hosting;

/// <summary>What is logged, and what never is.</summary>
internal static class ApiLogging
{
    /// <summary>These write addresses with their query, where a patient's postcode may stand; no setting turns them on.</summary>
    private static readonly string[] WritersOfQueries = ["Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.Server.Kestrel.BadRequests"];

    /// <param name="json">A JSON object for each line, for machines; otherwise what a person reads.</param>
    public static void Configure(ILoggingBuilder logging, bool json)
    {
        logging.ClearProviders();
        if (json)
            logging.AddJsonConsole(options => options.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffzzz");
        else
            logging.AddSimpleConsole(options =>
            {
                options.SingleLine = true;
                options.TimestampFormat = "HH:mm:ss ";
            });
        logging.AddFilter("Microsoft", LogLevel.Warning);
        // It advises to encrypt the keys at rest; they protect cursors of a day, and lie beside the data itself.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Critical);
        // It warns that answers with a form must not be cached; none of ours is.
        logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        foreach (var writer in WritersOfQueries)
            logging.AddFilter(writer, LogLevel.Warning);
    }
}
