using Feeds.Harvester.CommandLine;
using Spectre.Console;

var settings = Console.IsOutputRedirected
    ? new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No }
    : new AnsiConsoleSettings();
var output = AnsiConsole.Create(settings);
if (Console.IsOutputRedirected)
    output.Profile.Width = 180;
return await new HarvesterCommandLine(output, Console.Error, Environment.CurrentDirectory, TimeProvider.System).RunAsync(args);
