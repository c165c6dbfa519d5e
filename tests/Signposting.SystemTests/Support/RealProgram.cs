using System.Diagnostics;

namespace Signposting.SystemTests.Support;

/// <summary>One of the repository's programs, started as a process of its own.</summary>
public sealed class RealProgram : IAsyncDisposable
{
    private readonly Process process;
    private readonly TaskCompletionSource<string> firstLine = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> lines = [];

    private RealProgram(ProcessStartInfo start)
    {
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, data) => Note(data.Data);
        process.ErrorDataReceived += (_, data) => Note(data.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>The first line that the program wrote.</summary>
    public Task<string> FirstLine => firstLine.Task;

    /// <summary>Everything it wrote so far.</summary>
    public string Output
    {
        get
        {
            lock (lines)
                return string.Join('\n', lines);
        }
    }

    /// <summary>Starts a program that was built in the same configuration as the tests.</summary>
    public static RealProgram Start(string name, string folder, params string[] arguments)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var file = Path.Combine(Repository.Root, "src", name, "bin", configuration, "net10.0", $"{name}.dll");
        return new RealProgram(new ProcessStartInfo("dotnet", [file, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        });
    }

    /// <summary>Waits for its end and returns its exit code.</summary>
    public async Task<int> ExitAsync(CancellationToken cancel)
    {
        await process.WaitForExitAsync(cancel);
        return process.ExitCode;
    }

    /// <summary>Waits for its end, but kills it (SIGKILL) after a while. True: it had to be killed.</summary>
    public async Task<bool> KillAfterAsync(TimeSpan delay, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(delay);
        await process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (process.HasExited)
            return false;
        process.Kill();
        await process.WaitForExitAsync(cancel);
        return process.ExitCode == 128 + 9;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private void Note(string? line)
    {
        if (line is null)
            return;
        lock (lines)
            lines.Add(line);
        firstLine.TrySetResult(line);
    }
}
