using Microsoft.Win32.SafeHandles;

namespace Feeds.Sample.Rpde;

/// <summary>
/// A temporary file in which rendered pages are kept, so that each is rendered once and the large set does not fill the
/// memory (300,000 opportunities are about 2 GB). The file goes when the process does.
/// </summary>
internal sealed class PageSpool : IDisposable
{
    private readonly SafeFileHandle _file;
    private long _end;

    public PageSpool()
    {
        var path = Path.Combine(Path.GetTempPath(), $"signposting-sample-{Guid.NewGuid():N}.pages");
        _file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, FileOptions.DeleteOnClose);
        if (!OperatingSystem.IsWindows())
        {
            // A file without a name lives as long as its handle: nothing is left behind even by kill -9.
            File.Delete(path);
        }
    }

    /// <summary>Keeps a page and says where. Safe to call from several threads.</summary>
    public (long Offset, int Length) Append(ReadOnlySpan<byte> page)
    {
        var offset = Interlocked.Add(ref _end, page.Length) - page.Length;
        RandomAccess.Write(_file, page, offset);
        return (offset, page.Length);
    }

    public void Read(long offset, Span<byte> page)
    {
        while (!page.IsEmpty)
        {
            var read = RandomAccess.Read(_file, page, offset);
            if (read == 0)
            {
                throw new EndOfStreamException("The file of rendered pages is shorter than what was written to it.");
            }

            page = page[read..];
            offset += read;
        }
    }

    public void Dispose() => _file.Dispose();
}
