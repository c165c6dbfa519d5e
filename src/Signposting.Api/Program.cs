using Signposting.Api.Hosting;

return await ApiProgram.RunAsync(args);
