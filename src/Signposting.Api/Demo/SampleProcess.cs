using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Feeds.Harvester.Harvesting;
using Feeds.Harvester.Http;

namespace Signposting.Api.Demo;

/// <summary>The sample publisher as a child process on a free loopback port; it ends with this process, however that ends.</summary>
internal sealed partial class SampleProcess : IDisposable
{
    private const string Program = "Feeds.Sample.dll";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private SampleProcess(Process process, string address) => (_process, Address) = (process, address);

    /// <summary>Its origin, such as <c>http://127.0.0.1:40123</c>.</summary>
    public string Address { get; }

    /// <exception cref="DemoException">It is not here, or does not start.</exception>
    public static async Task<SampleProcess> StartAsync(CancellationToken cancel)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "sample", Program);
        if (!File.Exists(program))
            throw new DemoException("the sample publisher is not part of a published service; run the demo from the source: dotnet run --project src/Signposting.Api -- --demo");
        var process = Launch(program);
        try
        {
            return new SampleProcess(process, await ReadAddressAsync(process, cancel));
        }
        catch
        {
            End(process);
            throw;
        }
    }

    /// <summary>Harvest what it publishes, an aggregator's dataset included, and nobody else.</summary>
    public HarvesterOptions AsSource(HarvesterOptions options) => options with
    {
        Sources = [$"{Address}/collection"],
        TrustedOrigins = TrustedOrigins.Parse([Address]),
    };

    public void Dispose() => End(_process);

    private static Process Launch(string program)
    {
        var start = new ProcessStartInfo(DotnetHost()) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in (string[])[program, "--urls", "http://127.0.0.1:0", "--aggregated", "10", "--parent", Environment.ProcessId.ToString()])
            start.ArgumentList.Add(argument);
        try
        {
            return Process.Start(start) ?? throw new DemoException("the sample publisher did not start.");
        }
        catch (Win32Exception failure)
        {
            throw new DemoException($"the sample publisher did not start: {failure.Message}");
        }
    }

    // The runtime that runs this program runs the other too; it need not be on the path.
    private static string DotnetHost()
    {
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var host = Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        return File.Exists(host) ? host : "dotnet";
    }

    private static async Task<string> ReadAddressAsync(Process process, CancellationToken cancel)
    {
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        while (await process.StandardOutput.ReadLineAsync(cancel).AsTask().WaitAsync(StartLimit, cancel) is { } line)
        {
            if (ListeningOn().Match(line) is { Success: true } match)
            {
                // Unread output would stop it when the pipe is full.
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                return match.Groups[1].Value;
            }
        }

        throw new DemoException($"the sample publisher ended before it listened. {await errors}");
    }

    private static void End(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }

        process.Dispose();
    }

    [GeneratedRegex(@"listening on (http://[^\s/]+)", RegexOptions.CultureInvariant)]
    private static partial Regex ListeningOn();
}
