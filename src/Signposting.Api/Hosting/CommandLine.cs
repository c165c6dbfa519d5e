namespace Signposting.Api.Hosting;

/// <summary>The command line: settings as <c>--Key:Name value</c>, and <c>--demo</c>.</summary>
internal sealed record CommandLine
{
    public const string Usage = """
        Signposting: finds physical activity near a place.

        Usage: Signposting.Api [--demo] [--SETTING VALUE ...]
          --demo          harvest a sample publisher of made-up data, into a database of its own
          --urls URL      where to listen (http://localhost:5080)
          --help          show this
               Signposting.Api keys add|list|revoke       API keys of clients
               Signposting.Api feeds hide|unhide|hidden   what no answer may show
               Signposting.Api extracts make|list|downloads   monthly packages of usage
               These three take --demo too: they work on the demo's store while it runs.
        Settings are those of the README, for example: --Store:Engine postgis --Feeds:Enabled false
        """;

    public bool Demo { get; private init; }

    public bool Help { get; private init; }

    public IReadOnlyDictionary<string, string?> Settings { get; private init; } = new Dictionary<string, string?>();

    /// <summary>A sentence that names what is wrong.</summary>
    public string? Error { get; private init; }

    public static CommandLine Parse(IReadOnlyList<string> args)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        var demo = false;
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] is "--help" or "-h" or "-?")
                return new CommandLine { Help = true };
            if (args[i] == "--demo")
            {
                demo = true;
                continue;
            }

            if (!args[i].StartsWith("--", StringComparison.Ordinal) || args[i].Length == 2)
                return new CommandLine { Error = $"'{args[i]}' is not understood; settings are written --Key:Name value, and --help shows the rest." };
            var (key, value) = Split(args[i][2..]);
            if (value is null && ++i < args.Count)
                value = args[i];
            if (value is null)
                return new CommandLine { Error = $"--{key} needs a value." };
            settings[key] = value;
        }

        return new CommandLine { Demo = demo, Settings = settings };
    }

    private static (string Key, string? Value) Split(string argument)
    {
        var at = argument.IndexOf('=', StringComparison.Ordinal);
        return at < 0 ? (argument, null) : (argument[..at], argument[(at + 1)..]);
    }
}
