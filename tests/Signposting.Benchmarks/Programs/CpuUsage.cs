using System.Runtime.InteropServices;

namespace Signposting.Benchmarks.Programs;

/// <summary>CPU time, exactly, as the kernel accounts for it (getrusage(2)).</summary>
internal static partial class CpuUsage
{
    private const int Self = 0;
    private const int Children = -1;
    private const int Thread = 1;

    /// <summary>User and system time of all children that ended so far.</summary>
    public static TimeSpan OfChildren() => Of(Children);

    /// <summary>User and system time of this process, with all its threads.</summary>
    public static TimeSpan OfProcess() => Of(Self);

    /// <summary>User and system time of the calling thread.</summary>
    public static TimeSpan OfThread() => Of(Thread);

    private static TimeSpan Of(int who)
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
