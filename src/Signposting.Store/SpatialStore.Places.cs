using Signposting.Store.Places;

namespace Signposting.Store;

/// <summary>Looking up many places at once.</summary>
public sealed partial class SpatialStore
{
    /// <summary>Full postcodes in canonical form, of those that the directory has, in one consistent state of it.</summary>
    public Task<IReadOnlyDictionary<string, Postcode>> FindPostcodesAsync(IReadOnlyCollection<string> postcodes, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(postcodes);
        return ReadAsync<IReadOnlyDictionary<string, Postcode>>(
            async reader =>
            {
                var found = new Dictionary<string, Postcode>(postcodes.Count, StringComparer.Ordinal);
                foreach (var postcode in postcodes)
                {
                    if (await reader.FindPostcodeAsync(postcode, cancel).ConfigureAwait(false) is { } row)
                        found[postcode] = row;
                }

                return found;
            },
            cancel);
    }
}
