using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Signposting.SystemTests.Support;

/// <summary>A program that was started for a test, with what it printed. Killed with all its children when disposed of.</summary>
public sealed partial class RunningProgram : IAsyncDisposable
{
    private static readonly TimeSpan Sampling = TimeSpan.FromMilliseconds(20);

    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningProgram(ProcessStartInfo start)
    {
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>All lines printed so far.</summary>
    public string Output
    {
        get
        {
            lock (output)
                return output.ToString();
        }
    }

    /// <summary>Starts any program, with these environment variables beside the usual ones.</summary>
    public static RunningProgram Start(string file, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? settings = null)
    {
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        return new RunningProgram(start);
    }

    /// <summary>Starts one of the repository's programs, built in the same configuration as the tests; the harvester as <c>eng/publish.sh</c> made
    /// it where <c>SIGNPOSTING_PUBLISHED</c> names the folder.</summary>
    public static RunningProgram StartBuilt(string name, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? settings = null)
    {
        if (name == "Feeds.Harvester" && Environment.GetEnvironmentVariable("SIGNPOSTING_PUBLISHED") is { Length: > 0 } published)
            return Start(Path.Combine(published, "entrypoint.sh"), ["harvester", .. arguments], settings);
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        return Start("dotnet", [Path.Combine(Repository.Root, "src", name, "bin", configuration, "net10.0", $"{name}.dll"), .. arguments], settings);
    }

    /// <summary>The address it says it listens on.</summary>
    public async Task<Uri> ListeningAsync(CancellationToken cancel)
    {
        var ended = process.WaitForExitAsync(cancel);
        if (await Task.WhenAny(listening.Task, ended).WaitAsync(TimeSpan.FromMinutes(1), cancel) == ended)
            throw new InvalidOperationException($"It ended before it listened:\n{Output}");
        return await listening.Task;
    }

    /// <summary>Waits for its end.</summary>
    public async Task<int> ExitCodeAsync(CancellationToken cancel)
    {
        await process.WaitForExitAsync(cancel);
        return process.ExitCode;
    }

    /// <summary>Waits for its end, and watches the most memory that it held resident (Linux only, else 0). The kernel's
    /// high-water mark only grows, so the last reading before the end is the peak.</summary>
    public async Task<(int ExitCode, long PeakBytes)> ExitWithPeakAsync(CancellationToken cancel)
    {
        var peak = 0L;
        var ended = process.WaitForExitAsync(cancel);
        using var samples = new PeriodicTimer(Sampling);
        while (!ended.IsCompleted)
        {
            peak = Math.Max(peak, PeakBytes());
            await Task.WhenAny(ended, samples.WaitForNextTickAsync(cancel).AsTask());
        }

        await ended;
        return (process.ExitCode, peak);
    }

    /// <summary>Waits for its end, but kills it (SIGKILL) when the moment has come. True: it had to be killed.</summary>
    public async Task<bool> KillAtAsync(Task moment, CancellationToken cancel)
    {
        await Task.WhenAny(process.WaitForExitAsync(cancel), moment);
        if (process.HasExited)
            return false;
        process.Kill();
        await process.WaitForExitAsync(cancel);
        return process.ExitCode == 128 + 9;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private long PeakBytes()
    {
        try
        {
            var line = File.ReadLines($"/proc/{process.Id}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.AsSpan(6).Trim().TrimEnd(" kB"), CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private void Read(string? line)
    {
        if (line is null)
            return;
        lock (output)
            output.AppendLine(line);
        if (Listening().Match(line) is { Success: true } found)
            listening.TrySetResult(new Uri(found.Groups[1].Value));
    }

    [GeneratedRegex(@"(?:Now listening on:|Serving|listening on) (http://\S+)")]
    private static partial Regex Listening();
}
