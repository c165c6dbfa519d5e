using System.Text;

namespace Signposting.Store.Usage;

/// <summary>Short texts that come again and again: one string for all that are equal and were met lately. Of fixed size; a collision costs a string.</summary>
internal sealed class TextPool
{
    private const int Places = 1 << 14;
    private const int Longest = 256;

    private readonly Entry?[] _entries = new Entry?[Places];

    public string Text(ReadOnlySpan<byte> utf8) => utf8.Length > Longest ? Encoding.UTF8.GetString(utf8) : Of(utf8).Text;

    /// <summary>What is separated by blanks.</summary>
    public IReadOnlyList<string> List(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > Longest)
            return UsageText.List(Encoding.UTF8.GetString(utf8));
        var entry = Of(utf8);
        return entry.List ??= UsageText.List(entry.Text);
    }

    private Entry Of(ReadOnlySpan<byte> utf8)
    {
        ref var entry = ref _entries[PlaceOf(utf8)];
        if (entry is null || !utf8.SequenceEqual(entry.Utf8))
            entry = new Entry(utf8.ToArray(), Encoding.UTF8.GetString(utf8));
        return entry;
    }

    private static int PlaceOf(ReadOnlySpan<byte> utf8)
    {
        var hash = new HashCode();
        hash.AddBytes(utf8);
        return hash.ToHashCode() & (Places - 1);
    }

    private sealed class Entry(byte[] utf8, string text)
    {
        public byte[] Utf8 => utf8;

        public string Text => text;

        public IReadOnlyList<string>? List { get; set; }
    }
}
