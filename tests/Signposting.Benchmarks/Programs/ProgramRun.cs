namespace Signposting.Benchmarks.Programs;

/// <summary>What one run of a program cost.</summary>
/// <param name="Elapsed">From its start to its end, the start of its runtime included.</param>
/// <param name="Cpu">User and system time.</param>
/// <param name="PeakBytes">Most memory that it held resident.</param>
/// <param name="OwnBytes">Most of it that was its own, without the files that it maps; looked at twenty times a second.</param>
/// <param name="Output">What it wrote to standard output.</param>
internal sealed record ProgramRun(TimeSpan Elapsed, TimeSpan Cpu, long PeakBytes, long OwnBytes, string Output);
