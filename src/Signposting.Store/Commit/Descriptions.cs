using Signposting.Store.Opportunities;
using Signposting.Store.Search;

namespace Signposting.Store.Commit;

/// <summary>What fragments say, without decoding those that the page at hand has just encoded.</summary>
internal sealed class Descriptions
{
    private readonly Dictionary<long, (Description Description, byte[] Words)> _byHash = [];

    public void Add(FragmentRow row, Description description, byte[] words) => _byHash[row.Hash] = (description, words);

    public Description Of(FragmentRow row) => _byHash.TryGetValue(row.Hash, out var known) ? known.Description : DescriptionCodec.Decode(row.Doc);

    /// <summary>The signature of the words of a draft.</summary>
    public byte[] WordsOf(Draft draft) =>
        draft.Fragment is { } fragment && _byHash.TryGetValue(fragment.Hash, out var known) ? known.Words : SearchWords.SignatureOf(draft.Description);
}
