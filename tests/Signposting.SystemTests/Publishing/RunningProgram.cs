using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Signposting.SystemTests.Publishing;

/// <summary>A program that was started for a test, with what it printed. Killed when disposed of.</summary>
public sealed partial class RunningProgram : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningProgram(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
    }

    /// <summary>All lines printed so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    public static RunningProgram Start(string file, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        var program = new RunningProgram(start);
        program._process.Start();
        program._process.BeginOutputReadLine();
        program._process.BeginErrorReadLine();
        return program;
    }

    /// <summary>The address it says it listens on.</summary>
    public async Task<Uri> ListeningAsync(CancellationToken cancel)
    {
        var ended = _process.WaitForExitAsync(cancel);
        if (await Task.WhenAny(_listening.Task, ended).WaitAsync(TimeSpan.FromMinutes(1), cancel) == ended)
            throw new InvalidOperationException($"It ended before it listened:\n{Output}");
        return await _listening.Task;
    }

    public async Task<int> ExitCodeAsync(CancellationToken cancel)
    {
        await _process.WaitForExitAsync(cancel);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null)
            return;
        lock (_output)
            _output.AppendLine(line);
        if (Listening().Match(line) is { Success: true } found)
            _listening.TrySetResult(new Uri(found.Groups[1].Value));
    }

    [GeneratedRegex(@"(?:Now listening on:|Serving) (http://\S+)")]
    private static partial Regex Listening();
}
