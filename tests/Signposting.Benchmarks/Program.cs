using Signposting.Benchmarks;
using Signposting.Benchmarks.Committing;
using Signposting.Benchmarks.Disk;
using Signposting.Benchmarks.Extracts;
using Signposting.Benchmarks.Harvesting;
using Signposting.Benchmarks.Reading;
using Signposting.Benchmarks.Searching;
using Signposting.Benchmarks.Suiting;

using var cancel = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    cancel.Cancel();
};

try
{
    var options = new BenchmarkOptions(args.Skip(1));
    Func<BenchmarkOptions, CancellationToken, Task>? benchmark = args.FirstOrDefault() switch
    {
        "commit" => CommitBenchmark.RunAsync,
        "harvest" => HarvestBenchmark.RunAsync,
        "read" => ReadBenchmark.RunAsync,
        "search" => SearchBenchmark.RunAsync,
        "disk" => DiskBenchmark.RunAsync,
        "suit" => SuitBenchmark.RunAsync,
        "extracts" => ExtractBenchmark.RunAsync,
        _ => null,
    };
    if (benchmark is null)
    {
        Console.Error.WriteLine("usage: Signposting.Benchmarks commit|harvest|read|search|disk|suit|extracts [--name value …]; the README of this folder has the options.");
        return 2;
    }

    await benchmark(options, cancel.Token);
    return 0;
}
catch (BenchmarkException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return 1;
}
