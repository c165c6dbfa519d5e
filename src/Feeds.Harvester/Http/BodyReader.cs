using System.IO.Compression;

namespace Feeds.Harvester.Http;

/// <summary>Reads and decompresses one body into shared memory, within the limits on bytes, inflation and time.</summary>
internal sealed class BodyReader(PageBudget budget, FetchLimits limits)
{
    private const int InflationCountsFrom = 1024 * 1024;

    /// <summary>Reads the body; <c>Fault</c> is null when <c>Buffer</c> holds all of it.</summary>
    public async Task<(PageBuffer? Buffer, long WireBytes, Fault? Fault)> ReadAsync(
        HttpResponseMessage response, string host, ProgressWatch watch, CancellationToken cancel)
    {
        if (response.Content.Headers.ContentLength > limits.WireBytes)
        {
            return (null, 0, Faults.TooLarge(host, limits.WireBytes));
        }

        var encoding = response.Content.Headers.NonValidated.TryGetValues("Content-Encoding", out var values) ? values.ToString().Trim() : "";
        watch.Pause();
        var buffer = await budget.StartAsync(cancel);
        var complete = false;
        try
        {
            watch.Resume();
            await using var wire = new WireStream(await response.Content.ReadAsStreamAsync(watch.Token), limits.WireBytes, watch);
            await using var body = Decompressed(wire, encoding);
            var fault = body is null
                ? Faults.BadCompression(host, encoding)
                : await FillAsync(buffer, body, wire, (host, encoding), watch, cancel);
            complete = fault is null;
            return (complete ? buffer : null, wire.Bytes, fault);
        }
        finally
        {
            if (!complete)
            {
                buffer.Dispose();
            }
        }
    }

    private static Stream? Decompressed(Stream wire, string encoding) => encoding.ToLowerInvariant() switch
    {
        "" or "identity" => wire,
        "gzip" or "x-gzip" => new GZipStream(wire, CompressionMode.Decompress),
        "br" => new BrotliStream(wire, CompressionMode.Decompress),
        _ => null,
    };

    private async Task<Fault?> FillAsync(
        PageBuffer buffer, Stream body, WireStream wire, (string Host, string Encoding) from, ProgressWatch watch, CancellationToken cancel)
    {
        try
        {
            while (await MakeRoomAsync(buffer, watch, cancel))
            {
                var read = await body.ReadAsync(buffer.Room, watch.Token);
                buffer.Advance(read);
                if (IsBomb(buffer.Length, wire.Bytes))
                {
                    return Faults.Bomb(from.Host);
                }

                if (read == 0)
                {
                    return wire.IsOverLimit ? Faults.TooLarge(from.Host, limits.WireBytes) : null;
                }
            }

            var more = await body.ReadAsync(new byte[1], watch.Token) > 0 || wire.IsOverLimit;
            return more ? Faults.TooLarge(from.Host, limits.PageBytes) : null;
        }
        catch (Exception corrupt) when (corrupt is InvalidDataException or InvalidOperationException)
        {
            return wire.IsOverLimit ? Faults.TooLarge(from.Host, limits.WireBytes) : Faults.BadCompression(from.Host, from.Encoding);
        }
    }

    private bool IsBomb(int inflated, long wireBytes) =>
        inflated > InflationCountsFrom && inflated > wireBytes * limits.Inflation;

    private async ValueTask<bool> MakeRoomAsync(PageBuffer buffer, ProgressWatch watch, CancellationToken cancel)
    {
        if (buffer.Length >= limits.PageBytes)
        {
            return false;
        }

        if (!buffer.Room.IsEmpty || buffer.TryGrow())
        {
            return true;
        }

        watch.Pause();
        var grown = await buffer.GrowToLargeAsync(cancel);
        watch.Resume();
        return grown;
    }
}
