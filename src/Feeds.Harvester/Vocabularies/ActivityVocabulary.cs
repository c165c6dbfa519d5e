using Feeds.Harvester.Http;
using OpenActive.Vocabulary;
using Signposting.Store;

namespace Feeds.Harvester.Vocabularies;

/// <summary>
/// The activity list in use: the project's own concepts until the published list was read once, then the last good copy,
/// which the store keeps. Safe for concurrent use.
/// </summary>
public sealed class ActivityVocabulary
{
    /// <summary>Where OpenActive publishes the list.</summary>
    public const string DefaultAddress = "https://openactive.io/activity-list/activity-list.jsonld";

    private const string DocumentName = "vocabularies/activity-list.jsonld";
    private readonly SpatialStore store;
    private readonly string address;

    // The project's own concepts are read only when they are needed: they take as long as the published list, which mostly comes first.
    private volatile ActivityList? published;

    private ActivityVocabulary(SpatialStore store, string address, ActivityList? published)
    {
        this.store = store;
        this.address = address;
        this.published = published;
        IsPublished = published is not null;
    }

    /// <summary>The list as it stands.</summary>
    public ActivityList Current => published ?? ActivityList.BuiltIn;

    /// <summary>Whether it is (or was) the published list, not the project's own concepts.</summary>
    public bool IsPublished { get; private set; }

    /// <summary>Starts with what the store kept; asks nobody.</summary>
    /// <param name="address">URL or absolute file path of the list (<c>Vocabularies:ActivityList</c>).</param>
    public static async Task<ActivityVocabulary> OpenAsync(SpatialStore store, string address, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(store);
        var kept = await store.ReadDocumentAsync(DocumentName, cancel);
        return new ActivityVocabulary(store, address, kept is null ? null : Parse(kept, out _));
    }

    /// <summary>Reads the list again and keeps a copy. On a fault, which is returned, the list in use stays.</summary>
    public async Task<Fault?> RefreshAsync(FeedHttp http, CancellationToken cancel)
    {
        var (content, fault) = IsUrl(address) ? await FetchAsync(http, cancel) : await ReadFileAsync(cancel);
        if (content is null || Parse(content, out fault) is not { } list)
            return fault;
        if (list.Version != published?.Version)
        {
            await store.WriteDocumentAsync(DocumentName, content, cancel);
            published = list;
        }

        IsPublished = true;
        return null;
    }

    internal static bool IsUrl(string address) => address.Contains("://", StringComparison.Ordinal);

    private async Task<(byte[]? Content, Fault? Fault)> FetchAsync(FeedHttp http, CancellationToken cancel)
    {
        var fetched = await http.GetAsync(address, Wanted.Json, cancel);
        if (!fetched.Succeeded)
            return (null, fetched.Fault);
        using var page = fetched.Page;
        return (page.Body.ToArray(), null);
    }

    private async Task<(byte[]? Content, Fault? Fault)> ReadFileAsync(CancellationToken cancel)
    {
        try
        {
            return (await File.ReadAllBytesAsync(address, cancel), null);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return (null, new Fault("file", $"Vocabularies:ActivityList: {address} cannot be read ({failed.Message})."));
        }
    }

    private static ActivityList? Parse(byte[] content, out Fault? fault)
    {
        try
        {
            fault = null;
            return ActivityList.Parse(content);
        }
        catch (VocabularyException wrong)
        {
            fault = new Fault("bad-vocabulary", $"What Vocabularies:ActivityList leads to is no activity list: {wrong.Message}");
            return null;
        }
    }
}
