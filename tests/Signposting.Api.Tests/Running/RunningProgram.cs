using System.Diagnostics;
using System.Text;

namespace Signposting.Api.Tests.Running;

/// <summary>A real process, its output, and its end with the test.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private RunningProgram(Process process) => _process = process;

    public int Id => _process.Id;

    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    public static RunningProgram Start(string folder, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        var program = new RunningProgram(new Process { StartInfo = start });
        program._process.OutputDataReceived += (_, line) => program.Note(line.Data);
        program._process.ErrorDataReceived += (_, line) => program.Note(line.Data);
        program._process.Start();
        program._process.BeginOutputReadLine();
        program._process.BeginErrorReadLine();
        return program;
    }

    /// <summary>The exit code, within a minute.</summary>
    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Asks again and again until the answer is not null, the program has ended, or two minutes are over.</summary>
    public async Task<T> UntilAsync<T>(Func<Task<T?>> ask) where T : class
    {
        var deadline = Stopwatch.GetTimestamp() + (120 * Stopwatch.Frequency);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        while (Stopwatch.GetTimestamp() < deadline && !_process.HasExited)
        {
            if (await ask() is { } answer)
                return answer;
            await pause.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException($"It never came. The program said:\n{Output}");
    }

    /// <summary>Asks it to stop (SIGTERM), as a supervisor does.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Ends this process alone, as a crash would.</summary>
    public void Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Note(string? line)
    {
        lock (_output)
            _output.AppendLine(line);
    }
}
