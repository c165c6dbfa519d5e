namespace Signposting.SystemTests.Hostile;

/// <summary>Answers that break HTTP, or use it against the reader.</summary>
internal static class HttpAttacks
{
    private const string Head = "HTTP/1.1 200 OK\r\n";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly byte[] Flood = System.Text.Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat($"X-Flood: {new string('x', 1000)}\r\n", 64)));
    private static readonly byte[] Hints = System.Text.Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n", 1000)));

    public static IEnumerable<Attack> All =>
    [
        new("no-http", call => call.RawAsync("SSH-2.0-OpenSSH_9.2\r\n\r\n")) { Faults = ["not-http"] },
        new("header-flood", call => FloodAsync(call, Head, Flood)) { Faults = ["too-large"] },
        new("trailer-flood", call => FloodAsync(call, Head + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n", Flood)) { Faults = ["too-large"] },
        new("chunk-of-2-to-the-63", call => call.RawAsync(Head + "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n{}")) { Faults = ["not-http", "truncated"] },
        new("length-too-long", call => call.RawAsync(Head + "Content-Length: 500\r\n\r\n{\"items\":[")) { Faults = ["truncated"] },
        new("length-too-short", call => call.RawAsync(Head + "Content-Length: 10\r\n\r\n{\"items\":[],\"next\":\"\"}")) { Faults = ["bad-json"] },
        new("length-of-a-petabyte", call => call.RawAsync(Head + "Content-Length: 1125899906842624\r\n\r\n{")) { Faults = ["too-large"] },
        new("breaks-off", call => call.RawAsync(Head + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"ite\r\n")) { Faults = ["truncated"] },
        new("redirects-in-a-circle", call => call.StatusAsync(302, $"Location: {call.PageUrl(1 - call.Page)}\r\n")) { Faults = ["redirect-loop"] },
        new("redirects-without-end", call => call.StatusAsync(307, $"Location: {call.PageUrl(call.Page + 1)}\r\n")) { Faults = ["redirect-loop"] },
        new("https-to-http", call => call.StatusAsync(301, $"Location: {call.PageUrl(1)}\r\n")) { Faults = ["bad-redirect"], IsSecure = true },
        new("retry-after-a-billion", call => call.StatusAsync(503, "Retry-After: 1000000000\r\n")) { Faults = ["rate-limited"] },
        new("retry-after-negative", call => call.StatusAsync(429, "Retry-After: -1\r\n")) { Faults = ["rate-limited"] },
        new("robot-check", call => call.BodyAsync("<html>Are you a robot?</html>"u8.ToArray())) { Faults = ["html"] },
        new("never-answers", call => call.DripAsync("", "", Pause)) { Faults = ["timeout"], IsSlow = true },
        new("header-drop-by-drop", call => call.DripAsync(Head + "X: ", "x", Pause)) { Faults = ["timeout"], IsSlow = true },
        new("header-hints-without-end", call => FloodAsync(call, "", Hints)) { Faults = ["too-large"] },
        new("body-drop-by-drop", call => call.DripAsync(Head + "\r\n{\"items\":[", " ", Pause)) { Faults = ["timeout"], IsSlow = true },
    ];

    private static async Task<bool> FloodAsync(Call call, string head, byte[] flood)
    {
        await call.SendAsync(head);
        while (!call.Stopping.IsCancellationRequested)
            await call.SendAsync(flood);
        return false;
    }
}
