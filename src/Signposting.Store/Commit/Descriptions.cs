using Signposting.Store.Opportunities;
using Signposting.Store.Search;

namespace Signposting.Store.Commit;

/// <summary>What fragments say, without decoding or computing again what was known of those that the page at hand brings.</summary>
internal sealed class Descriptions(int fragments = 0)
{
    private readonly Dictionary<long, PreparedFragment> _byHash = new(fragments);

    public void Add(FragmentRow row, PreparedFragment fragment) => _byHash[row.Hash] = fragment;

    public Description Of(FragmentRow row) => Known(row)?.Description ?? DescriptionCodec.Decode(row.Doc);

    /// <summary>What a fragment comes to that stands alone, where that is known.</summary>
    public Standing? AloneOf(FragmentRow row) => Known(row)?.Alone;

    /// <summary>The signature of the words of a description, which may be a fragment's, unchanged.</summary>
    public byte[] WordsOf(FragmentRow? unchanged, Description description) =>
        unchanged is not null && Known(unchanged) is { } known ? known.Words : WordSignature.Of(description);

    /// <summary>
    /// Other publishers' fragments are derived beside those of the page, and a publisher can make a number come out as theirs: the document is compared too.
    /// </summary>
    private PreparedFragment? Known(FragmentRow row) =>
        _byHash.TryGetValue(row.Hash, out var known) && known.Doc.AsSpan().SequenceEqual(row.Doc) ? known : null;
}
