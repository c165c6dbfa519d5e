using Signposting.Store.Opportunities;
using Signposting.Store.Search;

namespace Signposting.Store.Hiding;

/// <summary>Whether anybody is called so: a slip in a name must not leave an operator in the belief that something is hidden.</summary>
internal static class Organizers
{
    private const int AtOnce = 5_000;

    /// <summary>Looks through the signatures of all records, which is fast, and reads those that may name it.</summary>
    public static async Task<bool> IsNamedAsync(IStoreReader reader, string name, CancellationToken cancel)
    {
        var words = SearchWords.Read(name);
        for (long? after = 0; after is { } last;)
        {
            var rows = await reader.ReadSignaturesAsync(last, AtOnce, cancel).ConfigureAwait(false);
            var candidates = rows.Where(row => words is null || row.Words is null || words.MayBeIn(row.Words)).Select(row => row.Id).ToList();
            var records = await reader.ReadOpportunitiesAsync(candidates, cancel).ConfigureAwait(false);
            if (records.Values.Any(record => Names(record, name)))
                return true;
            after = rows.Count < AtOnce ? null : rows[^1].Id;
        }

        return false;
    }

    private static bool Names(StoredOpportunity record, string name) =>
        DescriptionCodec.Decode(record.Doc).Organizer?.Name is { } organizer && HiddenSet.NameKey(organizer) == HiddenSet.NameKey(name);
}
