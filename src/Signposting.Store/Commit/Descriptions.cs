using Signposting.Store.Opportunities;

namespace Signposting.Store.Commit;

/// <summary>What fragments say, without decoding those that the page at hand has just encoded.</summary>
internal sealed class Descriptions
{
    private readonly Dictionary<long, Description> _byHash = [];

    public void Add(FragmentRow row, Description description) => _byHash[row.Hash] = description;

    public Description Of(FragmentRow row) => _byHash.TryGetValue(row.Hash, out var description) ? description : DescriptionCodec.Decode(row.Doc);
}
