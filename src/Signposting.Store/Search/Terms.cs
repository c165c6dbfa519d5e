namespace Signposting.Store.Search;

/// <summary>The activities that the store knows, by row id. They are never changed nor removed, so they are read once and again when one is new.</summary>
internal sealed class Terms
{
    private volatile Dictionary<int, string> _names = [];

    /// <summary>Names of these terms.</summary>
    public IReadOnlyList<string> NamesOf(int[] ids)
    {
        var names = _names;
        return ids.Length switch
        {
            0 => [],
            1 => names.TryGetValue(ids[0], out var only) ? [only] : [],
            _ => [.. ids.Where(names.ContainsKey).Select(id => names[id])],
        };
    }

    public async ValueTask LearnAsync(IStoreReader reader, IEnumerable<Candidate> candidates, CancellationToken cancel)
    {
        var names = _names;
        if (candidates.Any(c => Array.Exists(c.Activities, id => !names.ContainsKey(id))))
            _names = await reader.ReadTermsAsync(cancel).ConfigureAwait(false);
    }
}
