using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Feeds.Harvester.Harvesting;

/// <summary>
/// Who harvests, as text: machine, process, when that began (Unix seconds), and a word that tells two harvesters of one process
/// apart, separated by blanks. Whoever is on the same machine can tell whether that process still runs.
/// </summary>
internal sealed class LeaseOwner
{
    private const int Parts = 4;

    /// <summary>Clocks that are set move the start times which the system computes.</summary>
    private const long Tolerance = 5;

    private readonly string machine;

    private LeaseOwner(string machine, string text) => (this.machine, Text) = (machine, text);

    public string Text { get; }

    public static LeaseOwner New()
    {
        using var self = Process.GetCurrentProcess();
        var machine = Machine();
        return new(machine, string.Create(CultureInfo.InvariantCulture, $"{machine} {self.Id} {StartOf(self)} {Guid.NewGuid():n}"));
    }

    /// <summary>An owner in words that help to find it.</summary>
    public static string Describe(string owner) =>
        owner.Split(' ') is { Length: Parts } parts ? $"process {parts[1]} on {parts[0].Split('/')[0]}" : owner;

    /// <summary>Whether that owner was a process of this machine that runs no longer.</summary>
    public bool KnowsDead(string other)
    {
        var parts = other.Split(' ');
        return parts.Length == Parts && parts[0] == machine
            && int.TryParse(parts[1], CultureInfo.InvariantCulture, out var id)
            && long.TryParse(parts[2], CultureInfo.InvariantCulture, out var start)
            && !Runs(id, start);
    }

    private static bool Runs(int id, long start)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return Math.Abs(StartOf(process) - start) <= Tolerance;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return false;
        }
        catch (Win32Exception)
        {
            // It is somebody else's process, of which we may learn nothing: better wait.
            return true;
        }
    }

    private static long StartOf(Process process) => new DateTimeOffset(process.StartTime).ToUnixTimeSeconds();

    /// <summary>Containers have host names of their own; machines that were cloned have not, but each start of a system has its own id.</summary>
    private static string Machine()
    {
        const string BootId = "/proc/sys/kernel/random/boot_id";
        var name = Environment.MachineName.Replace(' ', '-');
        try
        {
            return File.Exists(BootId) ? $"{name}/{File.ReadAllText(BootId).Trim()}" : name;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return name;
        }
    }
}
