using Signposting.Store.Opportunities;
using Signposting.Store.Search;

namespace Signposting.Store.Commit;

/// <summary>What fragments say, without decoding or computing again what was known of those that the page at hand brings.</summary>
internal sealed class Descriptions(int fragments = 0)
{
    private readonly Dictionary<long, PreparedFragment> _byHash = new(fragments);

    public void Add(FragmentRow row, PreparedFragment fragment) => _byHash[row.Hash] = fragment;

    public Description Of(FragmentRow row) => _byHash.GetValueOrDefault(row.Hash)?.Description ?? DescriptionCodec.Decode(row.Doc);

    /// <summary>What a fragment comes to that stands alone, where that is known.</summary>
    public Standing? AloneOf(FragmentRow row) => _byHash.GetValueOrDefault(row.Hash)?.Alone;

    /// <summary>The signature of the words of a description, which may be a fragment's, unchanged.</summary>
    public byte[] WordsOf(FragmentRow? unchanged, Description description) =>
        unchanged is not null && _byHash.TryGetValue(unchanged.Hash, out var known) ? known.Words : SearchWords.SignatureOf(description);
}
