using Signposting.Store.Opportunities;
using Signposting.Store.Search;

namespace Signposting.Store.Commit;

/// <summary>What fragments say, without decoding or computing again what was known of those that the page at hand brings.</summary>
internal sealed class Descriptions
{
    private readonly List<FragmentRow> _rows = [];

    /// <summary>Of <see cref="_rows"/>; null until somebody asks for a fragment that was read back.</summary>
    private Dictionary<long, PreparedFragment>? _byHash;

    /// <summary>Adds a fragment of the page.</summary>
    public void Add(FragmentRow row) => _rows.Add(row);

    public Description Of(FragmentRow row) => Known(row)?.Description ?? DescriptionCodec.Decode(row.Doc);

    /// <summary>What a fragment comes to that stands alone, where that is known.</summary>
    public Standing? AloneOf(FragmentRow row) => Known(row)?.Alone;

    /// <summary>The signature of the words of a description, which may be a fragment's, unchanged.</summary>
    public byte[] WordsOf(FragmentRow? unchanged, Description description) =>
        unchanged is not null && Known(unchanged) is { } known ? known.Words : WordSignature.Of(description);

    private PreparedFragment? Known(FragmentRow row) => row.Prepared ?? (_rows.Count == 0 ? null : Alike(row));

    /// <summary>
    /// Other publishers' fragments are derived beside those of the page, and a publisher can make a number come out as theirs: the document is compared too.
    /// </summary>
    private PreparedFragment? Alike(FragmentRow row)
    {
        if (_byHash is null)
        {
            _byHash = new(_rows.Count);
            foreach (var of in _rows)
                _byHash[of.Hash] = of.Prepared!;
        }

        return _byHash.TryGetValue(row.Hash, out var known) && known.Doc.AsSpan().SequenceEqual(row.Doc) ? known : null;
    }
}
