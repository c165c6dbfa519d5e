using System.Diagnostics;

namespace Signposting.BrowserTests.Running;

/// <summary>
/// A program that ends when this one does, however that ends: it is started by a shell that waits for the end of its own input, a pipe
/// that only this process holds open.
/// </summary>
internal static class Tether
{
    private const string Script = """exec 3<&0; "$@" </dev/null 3<&- & child=$!; { cat >/dev/null; kill "$child"; } <&3 3<&- >/dev/null 2>&1 & wait "$child" """;

    /// <summary>Both outputs are redirected.</summary>
    public static ProcessStartInfo To(string program, IEnumerable<string> arguments) => new(
        OperatingSystem.IsWindows() ? program : "/bin/sh",
        OperatingSystem.IsWindows() ? arguments : ["-c", Script, "tether", program, .. arguments])
    {
        RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
    };
}
