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
    private volatile ActivityList current;

    private ActivityVocabulary(SpatialStore store, string address, ActivityList current, bool isPublished)
    {
        this.store = store;
        this.address = address;
        this.current = current;
        IsPublished = isPublished;
    }

    /// <summary>The list as it stands.</summary>
    public ActivityList Current => current;

    /// <summary>Whether it is (or was) the published list, not the project's own concepts.</summary>
    public bool IsPublished { get; private set; }

    /// <summary>Starts with what the store kept; asks nobody.</summary>
    /// <param name="address">URL or absolute file path of the list (<c>Vocabularies:ActivityList</c>).</param>
    public static async Task<ActivityVocabulary> OpenAsync(SpatialStore store, string address, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(store);
        var kept = await store.ReadDocumentAsync(DocumentName, cancel);
        return kept is not null && Parse(kept, out _) is { } list
            ? new ActivityVocabulary(store, address, list, isPublished: true)
            : new ActivityVocabulary(store, address, ActivityList.BuiltIn, isPublished: false);
    }

    /// <summary>Reads the list again and keeps a copy. On a fault, which is returned, the list in use stays.</summary>
    public async Task<Fault?> RefreshAsync(FeedHttp http, CancellationToken cancel)
    {
        var (content, fault) = IsUrl(address) ? await FetchAsync(http, cancel) : await ReadFileAsync(cancel);
        if (content is null || Parse(content, out fault) is not { } list)
            return fault;
        if (list.Version != current.Version)
        {
            await store.WriteDocumentAsync(DocumentName, content, cancel);
            current = list;
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
