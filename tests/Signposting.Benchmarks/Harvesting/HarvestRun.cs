using Signposting.Benchmarks.Programs;

namespace Signposting.Benchmarks.Harvesting;

/// <summary>One harvest of everything.</summary>
/// <param name="Who">Whose harvester, and where to.</param>
/// <param name="Items">Items on the pages that were read.</param>
/// <param name="Run">What it cost.</param>
internal sealed record HarvestRun(string Who, long Items, ProgramRun Run)
{
    public double ItemsPerSecond => Items / Run.Elapsed.TotalSeconds;

    public double CpuSecondsPer100k => Run.Cpu.TotalSeconds * 100_000 / Items;
}
