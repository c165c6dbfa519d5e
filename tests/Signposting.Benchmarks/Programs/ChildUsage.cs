using System.Runtime.InteropServices;

namespace Signposting.Benchmarks.Programs;

/// <summary>CPU time, user and system, exactly, as the kernel accounts for it (getrusage(2)).</summary>
internal static partial class ChildUsage
{
    private const int Self = 0;
    private const int Children = -1;

    /// <summary>Of all children that ended so far.</summary>
    public static TimeSpan CpuTime() => CpuTime(Children);

    /// <summary>Of this process, with all its threads.</summary>
    public static TimeSpan OwnCpuTime() => CpuTime(Self);

    private static TimeSpan CpuTime(int who)
    {
        // struct rusage on 64-bit Linux: two timevals of two words each, then fourteen counters.
        Span<long> usage = stackalloc long[18];
        if (GetUsage(who, usage) != 0)
            throw new BenchmarkException("getrusage failed; the benchmarks need 64-bit Linux.");
        return TimeSpan.FromSeconds(usage[0] + usage[2]) + TimeSpan.FromMicroseconds(usage[1] + usage[3]);
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int who, Span<long> usage);
}
