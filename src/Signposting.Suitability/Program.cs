using Signposting.Suitability.CommandLine;

return RulesCommand.Run(args, Console.Out, Console.Error);
