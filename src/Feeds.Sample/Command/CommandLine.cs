using System.Globalization;

namespace Feeds.Sample.Command;

/// <summary>What the command line says: options, a request for help, or what is wrong with it.</summary>
internal sealed record CommandLine
{
    public const string Usage = """
        The sample publisher: made-up OpenActive feeds over real HTTP.

        Usage: Feeds.Sample [options]
          --urls URL                      where to listen; port 0 takes a free one (http://127.0.0.1:9200)
          --opportunities N               how many opportunities, 1 to 2000000 (5000)
          --sessions-per-opportunity N    sessions and slots for each on average, 0 to 200 (10)
          --seed N                        another seed gives other data (1)
          --page-size N                   items on a page, 1 to 5000 (500)
          --today YYYY-MM-DD              the day from which sessions are dated (today)
          --odd                           break the records as real publishers do, at their rates
          --aggregated N                  of a hundred series, so many are repeated by a second publisher, 0 to 100 (0)
          --changes-per-second N          updates, cancellations and deletions while it runs, 0 to 1000 (0)
          --parent PID                    end when that process ends
          --render-first                  render all pages before listening
          --help                          show this
        """;

    public SampleOptions? Options { get; private init; }

    /// <summary>A sentence that names the option and the fix.</summary>
    public string? Error { get; private init; }

    public bool Help { get; private init; }

    public static CommandLine Parse(IReadOnlyList<string> args)
    {
        var options = new SampleOptions();
        for (var i = 0; i < args.Count; i++)
        {
            var (name, value) = Split(args[i]);
            if (name is "--help" or "-h")
            {
                return new() { Help = true };
            }

            if (name is not ("--render-first" or "--odd") && value is null && i + 1 < args.Count)
            {
                value = args[++i];
            }

            var (changed, error) = Apply(options, name, value);
            if (changed is null)
            {
                return new() { Error = error };
            }

            options = changed;
        }

        return new() { Options = options };
    }

    private static (string Name, string? Value) Split(string argument)
    {
        var at = argument.IndexOf('=', StringComparison.Ordinal);
        return at < 0 ? (argument, null) : (argument[..at], argument[(at + 1)..]);
    }

    private static (SampleOptions? Options, string? Error) Apply(SampleOptions options, string name, string? value) => name switch
    {
        "--urls" => Address(value) is { } url ? (options with { Url = url }, null) : Wrong(name, "one address such as http://127.0.0.1:9200", value),
        "--opportunities" => Number(value, 1, 2_000_000) is { } n ? (options with { Opportunities = (int)n }, null) : Wrong(name, "a whole number from 1 to 2000000", value),
        "--sessions-per-opportunity" => Number(value, 0, 200) is { } n ? (options with { SessionsPerOpportunity = (int)n }, null) : Wrong(name, "a whole number from 0 to 200", value),
        "--seed" => Number(value, long.MinValue, long.MaxValue) is { } n ? (options with { Seed = n }, null) : Wrong(name, "a whole number", value),
        "--page-size" => Number(value, 1, 5000) is { } n ? (options with { PageSize = (int)n }, null) : Wrong(name, "a whole number from 1 to 5000", value),
        "--today" => Date(value) is { } day ? (options with { Today = day }, null) : Wrong(name, "a date from 2000 to 2099 such as 2026-11-22", value),
        "--odd" => value is null ? (options with { Odd = true }, null) : Wrong(name, "no value", value),
        "--aggregated" => Number(value, 0, 100) is { } n ? (options with { Aggregated = (int)n }, null) : Wrong(name, "a whole number from 0 to 100", value),
        "--changes-per-second" => Number(value, 0, 1000) is { } n ? (options with { ChangesPerSecond = (int)n }, null) : Wrong(name, "a whole number from 0 to 1000", value),
        "--parent" => Number(value, 1, int.MaxValue) is { } n ? (options with { Parent = (int)n }, null) : Wrong(name, "the id of a process", value),
        "--render-first" => value is null ? (options with { RenderFirst = true }, null) : Wrong(name, "no value", value),
        _ => (null, $"There is no option {name}; --help lists them."),
    };

    private static (SampleOptions?, string?) Wrong(string name, string wanted, string? value) =>
        (null, value is null ? $"The option {name} needs {wanted}." : $"The option {name} needs {wanted}, not \"{value}\".");

    private static long? Number(string? value, long least, long most) =>
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;

    private static DateOnly? Date(string? value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and <= 2099 ? day : null;

    // Kestrel takes any other host name for "all addresses", and cannot find a free port on the two that localhost is.
    private static Uri? Address(string? value) =>
        !Uri.TryCreate(value, UriKind.Absolute, out var url) || url.Scheme != "http" || url.PathAndQuery != "/" || url.UserInfo.Length > 0 ? null
        : url.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6 ? url
        : url.Host != "localhost" ? null
        : url.Port == 0 ? new("http://127.0.0.1:0") : url;
}
