using System.Diagnostics;

namespace Feeds.Sample.Command;

/// <summary>Waits for another process to end, however it ends: a child of a killed demo must not be left behind.</summary>
internal sealed class ParentWatch(int processId, TimeProvider time)
{
    private static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(500);

    private readonly DateTime? _started = StartOf(processId);

    public bool IsAlive => _started is not null && StartOf(processId) == _started;

    public async Task WaitForEndAsync(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(_interval, time);
        while (IsAlive && await timer.WaitForNextTickAsync(cancellation))
        {
        }
    }

    // The start tells a process from a later one that was given the same id.
    private static DateTime? StartOf(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return IsZombie(processId) ? null : process.StartTime;
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or IOException or System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    // A process that was killed but whose own parent never asked after it still has an id on Linux. Its state follows
    // the name in brackets (proc(5)).
    private static bool IsZombie(int processId)
    {
        var path = $"/proc/{processId}/stat";
        if (!File.Exists(path))
        {
            return false;
        }

        var stat = File.ReadAllText(path);
        var state = stat.AsSpan(stat.LastIndexOf(')') + 1).TrimStart();
        return state is ['Z' or 'X', ..];
    }
}
