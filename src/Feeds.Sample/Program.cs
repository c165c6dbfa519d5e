using Feeds.Sample;
using Feeds.Sample.Command;

return await SampleProgram.RunAsync(args, Console.Out, Console.Error);
