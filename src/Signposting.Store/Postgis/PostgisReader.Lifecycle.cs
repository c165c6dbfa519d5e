namespace Signposting.Store.Postgis;

/// <summary>Which feeds are left out of answers.</summary>
internal sealed partial class PostgisReader
{
    public async ValueTask<IReadOnlyList<string>> ReadConcealedAsync(CancellationToken cancel) =>
        await session.ReadAsync("SELECT url FROM feed WHERE concealed", static r => r.GetString(0), cancel).ConfigureAwait(false);
}
