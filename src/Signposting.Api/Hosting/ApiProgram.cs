using Feeds.Harvester.Settings;

namespace Signposting.Api.Hosting;

/// <summary>The program: 0 when it was asked to stop, 1 when it could not go on, 2 for a wrong command line or setting.</summary>
internal static class ApiProgram
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Length > 0 && OperatorCommandLine.IsCommand(args[0]))
            return await new OperatorCommandLine(Console.Out, Console.Error, Directory.GetCurrentDirectory(), TimeProvider.System).RunAsync(args);
        var line = CommandLine.Parse(args);
        if (line.Help)
        {
            await Console.Out.WriteLineAsync(CommandLine.Usage);
            return 0;
        }

        if (line.Error is { } error)
            return await FailAsync(2, error);
        try
        {
            await using var app = ApiHost.Build(line, Directory.GetCurrentDirectory());
            if (ListenAddresses.Objection(app.Configuration) is { } objection)
                return await FailAsync(1, objection);
            var fatal = app.Services.GetRequiredService<FatalProblem>();
            await RunAsync(app, fatal);
            return fatal.Text is { } text ? await FailAsync(1, text) : 0;
        }
        catch (SettingsException wrong)
        {
            return await FailAsync(2, wrong.Message);
        }
        catch (IOException taken)
        {
            // Taken since it was looked at. Kestrel says which address and why.
            return await FailAsync(1, $"urls: {taken.Message}");
        }
    }

    private static async Task RunAsync(WebApplication app, FatalProblem fatal)
    {
        try
        {
            await app.RunAsync();
        }
        catch (OperationCanceledException) when (fatal.Text is not null)
        {
            // It was stopped before it had quite started.
        }
    }

    private static async Task<int> FailAsync(int code, string message)
    {
        await Console.Error.WriteLineAsync(message);
        return code;
    }
}
