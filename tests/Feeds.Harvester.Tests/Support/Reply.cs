using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Feeds.Harvester.Tests.Support;

/// <summary>What a <see cref="ScriptedServer"/> answers: a well-formed response, or one of several kinds of misbehaviour.</summary>
public sealed class Reply
{
    private readonly Func<Stream, CancellationToken, Task<bool>>? misbehaviour;
    private readonly Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
    private int status = 200;
    private byte[] body = [];

    private Reply(Func<Stream, CancellationToken, Task<bool>>? misbehaviour = null) => this.misbehaviour = misbehaviour;

    /// <summary>Status 200 with a JSON body.</summary>
    public static Reply Json(string json) => Bytes(Encoding.UTF8.GetBytes(json)).With("Content-Type", "application/json");

    /// <summary>Status 200 with an HTML body.</summary>
    public static Reply Html(string html) =>
        Bytes(Encoding.UTF8.GetBytes(html)).With("Content-Type", "text/html; charset=utf-8");

    /// <summary>Status 200 with these bytes and no content type.</summary>
    public static Reply Bytes(byte[] bytes) => new() { body = bytes };

    /// <summary>A status with a short text body.</summary>
    public static Reply Status(int status) => new() { status = status, body = "status"u8.ToArray() };

    /// <summary>A redirect, 302 unless told otherwise.</summary>
    public static Reply Redirect(string location, int status = 302) =>
        new Reply { status = status }.With("Location", location);

    /// <summary>Exactly these bytes, status line and all; then the connection is closed.</summary>
    public static Reply Raw(params byte[][] parts) => new(async (stream, stopping) =>
    {
        foreach (var part in parts)
        {
            await stream.WriteAsync(part, stopping);
        }

        return false;
    });

    /// <summary>Exactly this text as Latin-1; then the connection is closed.</summary>
    public static Reply Raw(string text) => Raw(Encoding.Latin1.GetBytes(text));

    /// <summary>Sends this much and then nothing more, with the connection left open until the server stops.</summary>
    public static Reply ThenSilence(string text = "") => new(async (stream, stopping) =>
    {
        await stream.WriteAsync(Encoding.Latin1.GetBytes(text), stopping);
        await Task.Delay(Timeout.InfiniteTimeSpan, stopping);
        return false;
    });

    /// <summary>A head, and then one byte after another, never faster than one per pause, until somebody hangs up.</summary>
    public static Reply Drip(string head, TimeSpan pause) => new(async (stream, stopping) =>
    {
        await stream.WriteAsync(Encoding.Latin1.GetBytes(head), stopping);
        while (true)
        {
            await stream.WriteAsync(" "u8.ToArray(), stopping);
            await Task.Delay(pause, stopping);
        }
    });

    /// <summary>Waits for a signal of the test before it gives the reply.</summary>
    public static Reply After(Task signal, Reply reply) => new(async (stream, stopping) =>
    {
        await signal.WaitAsync(stopping);
        return await reply.SendAsync(stream, stopping);
    });

    /// <summary>Sets a header; an empty value removes it.</summary>
    public Reply With(string name, string value)
    {
        headers[name] = value;
        return this;
    }

    /// <summary>Sets the status.</summary>
    public Reply WithStatus(int value)
    {
        status = value;
        return this;
    }

    /// <summary>Compresses the body with gzip and says so.</summary>
    public Reply Gzipped() => Compressed("gzip", stream => new GZipStream(stream, CompressionLevel.SmallestSize));

    /// <summary>Compresses the body with Brotli and says so.</summary>
    public Reply Brotlied() => Compressed("br", stream => new BrotliStream(stream, CompressionLevel.Fastest));

    /// <summary>Leaves out the last bytes of the (compressed) body; its length is then right for what is sent.</summary>
    public Reply CutBy(int bytes)
    {
        body = body[..^bytes];
        return this;
    }

    internal async Task<bool> SendAsync(Stream stream, CancellationToken stopping)
    {
        if (misbehaviour is not null)
        {
            return await misbehaviour(stream, stopping);
        }

        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} Scripted\r\n");
        headers.TryAdd("Content-Length", body.Length.ToString(CultureInfo.InvariantCulture));
        foreach (var (name, value) in headers.Where(header => header.Value.Length > 0))
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        await stream.WriteAsync(Encoding.UTF8.GetBytes(head.Append("\r\n").ToString()), stopping);
        await stream.WriteAsync(body, stopping);
        return true;
    }

    private Reply Compressed(string encoding, Func<Stream, Stream> compress)
    {
        using var target = new MemoryStream();
        using (var compressing = compress(target))
        {
            compressing.Write(body);
        }

        body = target.ToArray();
        return With("Content-Encoding", encoding);
    }
}
