using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Signposting.Api.Tests.Broken;

/// <summary>A small disk that the test can fill: a file system in memory, which only root may mount.</summary>
internal sealed class SmallDisk : IDisposable
{
    /// <summary>Where an SQLite store finds room.</summary>
    private const int ForFile = 24;

    /// <summary>An empty database with PostGIS takes some 30 MB.</summary>
    private const int ForServer = 96;

    private readonly string _path = Directory.CreateTempSubdirectory("signposting-disk-").FullName;

    private SmallDisk() { }

    public string Path => _path;

    public string Connection => $"Data Source={System.IO.Path.Combine(_path, "store.db")}";

    private string Filler => System.IO.Path.Combine(_path, "filler");

    /// <summary>Skips the test where nothing can be mounted.</summary>
    public static SmallDisk Mount() => Mount($"size={ForFile}m");

    /// <summary>One that belongs to the user who runs PostgreSQL here.</summary>
    public static SmallDisk MountForPostgres() => Mount($"size={ForServer}m,mode=0700,uid=postgres");

    private static SmallDisk Mount(string options)
    {
        Assert.SkipUnless(RuntimeInformation.IsOSPlatform(OSPlatform.Linux) && Environment.IsPrivilegedProcess, "Only root may mount a small disk.");
        var disk = new SmallDisk();
        if (Run("mount", "-t", "tmpfs", "-o", options, "tmpfs", disk._path) == 0)
            return disk;
        Directory.Delete(disk._path);
        Assert.Skip("A small disk cannot be mounted here.");
        return disk;
    }

    /// <summary>Writes until not a byte more goes in.</summary>
    public void Fill()
    {
        using var file = new FileStream(Filler, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        for (var size = 64 * 1024; size > 0;)
        {
            try
            {
                file.Write(new byte[size]);
            }
            catch (IOException)
            {
                size /= 2;
            }
        }
    }

    public void MakeRoom() => File.Delete(Filler);

    public void Dispose()
    {
        _ = Run("umount", "-l", _path);
        Directory.Delete(_path);
    }

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
