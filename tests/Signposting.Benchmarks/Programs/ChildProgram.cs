using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Signposting.Benchmarks.Programs;

/// <summary>A program that a benchmark started. Killed when disposed of.</summary>
internal sealed class ChildProgram : IAsyncDisposable
{
    private static readonly TimeSpan _sampling = TimeSpan.FromMilliseconds(50);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private Action<string>? _onLine;

    private ChildProgram(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(_errors, line.Data);
    }

    public static ChildProgram Start(string file, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? settings = null) =>
        Start(file, arguments, settings, onLine: null);

    /// <summary>Starts a program and waits until it says where it listens.</summary>
    public static async Task<(ChildProgram Program, Uri Address)> StartListeningAsync(
        string file, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> settings, Regex address, CancellationToken cancel)
    {
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var program = Start(file, arguments, settings, line =>
        {
            if (address.Match(line) is { Success: true } found)
                listening.TrySetResult(new Uri(found.Groups[1].Value));
        });
        var ended = program._process.WaitForExitAsync(cancel);
        if (await Task.WhenAny(listening.Task, ended) == ended)
            throw program.Failure();
        return (program, await listening.Task);
    }

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="BenchmarkException">Its exit code is not 0.</exception>
    public static async Task<ProgramRun> RunAsync(
        string file, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? settings, CancellationToken cancel)
    {
        var cpu = CpuUsage.OfChildren();
        var started = Stopwatch.GetTimestamp();
        await using var program = Start(file, arguments, settings);
        var (peak, own) = await program.WatchMemoryAsync(cancel);
        var elapsed = Stopwatch.GetElapsedTime(started);
        if (program._process.ExitCode != 0)
            throw program.Failure();
        return new ProgramRun(elapsed, CpuUsage.OfChildren() - cpu, peak, own, program._output.ToString());
    }

    /// <summary>Most memory that it held resident so far, in bytes.</summary>
    public long PeakBytes() => BytesOf("VmHWM:");

    private long BytesOf(string name)
    {
        try
        {
            var line = File.ReadLines($"/proc/{_process.Id}/status").FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.AsSpan(name.Length).Trim().TrimEnd(" kB"), CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static ChildProgram Start(string file, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? settings, Action<string>? onLine)
    {
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        var program = new ChildProgram(start) { _onLine = onLine };
        program._process.Start();
        program._process.BeginOutputReadLine();
        program._process.BeginErrorReadLine();
        return program;
    }

    // The high-water mark only grows, so the last reading before the end is the peak.
    private async Task<(long Peak, long Own)> WatchMemoryAsync(CancellationToken cancel)
    {
        var (peak, own) = (0L, 0L);
        var ended = _process.WaitForExitAsync(cancel);
        using var timer = new PeriodicTimer(_sampling);
        while (!ended.IsCompleted)
        {
            (peak, own) = (Math.Max(peak, PeakBytes()), Math.Max(own, BytesOf("RssAnon:")));
            await Task.WhenAny(ended, timer.WaitForNextTickAsync(cancel).AsTask());
        }

        await ended;
        return (peak, own);
    }

    private BenchmarkException Failure() =>
        new($"{_process.StartInfo.FileName} {string.Join(' ', _process.StartInfo.ArgumentList)} ended with {_process.ExitCode}:\n{_output}{_errors}");

    private void Keep(StringBuilder text, string? line)
    {
        if (line is null)
            return;
        lock (text)
            text.AppendLine(line);
        _onLine?.Invoke(line);
    }
}
