namespace Feeds.Harvester.Http;

/// <summary>Counts what comes over the wire and ends early at the limit, so that a body which decompresses to nothing
/// cannot run for ever.</summary>
internal sealed class WireStream(Stream wire, long limit, ProgressWatch watch) : Stream
{
    public long Bytes { get; private set; }

    public bool IsOverLimit => Bytes > limit;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (IsOverLimit)
        {
            return 0;
        }

        var read = await wire.ReadAsync(buffer, cancellationToken);
        Bytes += read;
        watch.Progress(read);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            wire.Dispose();
        }

        base.Dispose(disposing);
    }
}
