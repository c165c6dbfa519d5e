using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Signposting.BrowserTests.Running;

/// <summary>The real program on a free port and in a folder of its own; both are gone when it is disposed of.</summary>
internal sealed partial class RunningService : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("signposting-browser-");
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningService(IEnumerable<string> arguments)
    {
        var start = Tether.To("dotnet", [BuildFacts.ApiProgram, "--urls", "http://127.0.0.1:0", "--Access:AnonymousPerMinute", "0", .. arguments]);
        start.WorkingDirectory = _folder.FullName;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public Uri Address { get; private set; } = null!;

    public HttpClient Http { get; private set; } = null!;

    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    public static async Task<RunningService> StartAsync(params IEnumerable<string> arguments)
    {
        var service = new RunningService(arguments);
        var ended = service._process.WaitForExitAsync();
        if (await Task.WhenAny(service._listening.Task, ended).WaitAsync(Patience) == ended)
            throw new InvalidOperationException($"It ended before it listened:\n{service.Output}");
        service.Address = await service._listening.Task;
        service.Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = service.Address };
        return service;
    }

    /// <summary>Asks for this until the answer passes.</summary>
    public Task<string> UntilAsync(string path, Func<string, bool> passes) => UntilAsync(path, (_, text) => passes(text));

    public async Task<string> UntilAsync(string path, Func<HttpResponseMessage, string, bool> passes)
    {
        var started = Stopwatch.GetTimestamp();
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (Stopwatch.GetElapsedTime(started) < Patience && !_process.HasExited)
        {
            using var response = await Http.GetAsync(new Uri(path, UriKind.Relative));
            var text = await response.Content.ReadAsStringAsync();
            if (passes(response, text))
                return text;
            await pause.WaitForNextTickAsync();
        }

        throw new InvalidOperationException($"{path} never answered what was waited for. The program said:\n{Output}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Http?.Dispose();
        _folder.Delete(recursive: true);
    }

    private void Read(string? line)
    {
        if (line is null)
            return;
        lock (_output)
            _output.AppendLine(line);
        if (Serving().Match(line) is { Success: true } found)
            _listening.TrySetResult(new Uri(found.Groups[1].Value));
    }

    [GeneratedRegex(@"Serving (http://[^\s,]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Serving();
}
