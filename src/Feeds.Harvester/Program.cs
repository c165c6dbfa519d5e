using Feeds.Harvester.CommandLine;
using Spectre.Console;

if (Console.IsOutputRedirected)
    AnsiConsole.Profile.Width = 160;
return await new HarvesterCommandLine(AnsiConsole.Console, Console.Error, Environment.CurrentDirectory, TimeProvider.System).RunAsync(args);
