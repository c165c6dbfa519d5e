using Microsoft.Data.Sqlite;
using Signposting.Store.Feeds;
using Signposting.Store.Opportunities;
using Signposting.Store.Search;

namespace Signposting.Store.Tests.Stores;

/// <summary>A store of its own for one test, on the engine asked for, with a clock that the test moves.</summary>
internal sealed class TestStore : IAsyncDisposable
{
    /// <summary>A Sunday morning; tests count from here.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    private readonly List<SpatialStore> _opened = [];
    private readonly TestPostgres? _postgres;
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "signposting-tests", Guid.NewGuid().ToString("n"));

    private TestStore(StoreEngine engine, TestPostgres? postgres)
    {
        _postgres = postgres;
        Directory.CreateDirectory(_folder);
        Options = new StoreOptions(engine, postgres?.Connection ?? $"Data Source={Path.Combine(_folder, "store.db")}");
    }

    public StoreOptions Options { get; }

    public FakeTime Time { get; } = new(Start);

    public SpatialStore Store => _opened[0];

    public static async Task<TestStore> OpenAsync(StoreEngine engine)
    {
        var store = await CreateAsync(engine);
        await store.OpenAnotherAsync();
        return store;
    }

    /// <summary>A place for a store, not opened yet.</summary>
    public static async Task<TestStore> CreateAsync(StoreEngine engine) =>
        new(engine, engine == StoreEngine.Postgis ? await TestPostgres.CreateAsync() : null);

    /// <summary>One more store on the same data, as another process would open it.</summary>
    public async Task<SpatialStore> OpenAnotherAsync()
    {
        var store = await SpatialStore.OpenAsync(Options, Time, CancellationToken.None);
        _opened.Add(store);
        return store;
    }

    /// <summary>Runs SQL on the database itself.</summary>
    public async Task ExecuteAsync(string sql)
    {
        if (_postgres is not null)
        {
            await _postgres.ExecuteAsync(sql);
            return;
        }

        await using var connection = new SqliteConnection(Options.Connection + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    public async Task<TestFeed> FeedAsync(string name = "sessions", string dataset = "https://example.org/openactive", SpatialStore? through = null, string publisher = "Example Leisure")
    {
        var store = through ?? Store;
        var feed = await store.RegisterFeedAsync(
            new FeedRegistration
            {
                Url = $"{dataset}/feeds/{name}",
                Kind = name,
                Dataset = new Dataset { Url = dataset, Name = "Example", Publisher = publisher, Licence = "https://creativecommons.org/licenses/by/4.0/" },
            },
            CancellationToken.None);
        return new TestFeed(store, feed);
    }

    /// <summary>Everything within 5 km of Leeds Town Hall in the next fortnight, unless <paramref name="change"/> says otherwise.</summary>
    public Task<IReadOnlyList<Found>> FindAsync(Func<OpportunityQuery, OpportunityQuery>? change = null, SpatialStore? through = null)
    {
        var query = new OpportunityQuery
        {
            Centre = Building.Leeds.TownHall,
            From = Time.GetUtcNow(),
            To = Time.GetUtcNow().AddDays(14),
            Kinds = Enum.GetValues<OpportunityKind>(),
            Limit = 100,
        };
        return (through ?? Store).SearchAsync(change is null ? query : change(query), CancellationToken.None);
    }

    /// <summary>The only result.</summary>
    public async Task<Found> FindOneAsync(Func<OpportunityQuery, OpportunityQuery>? change = null) => Assert.Single(await FindAsync(change));

    /// <summary>What the id of a subject leads to.</summary>
    public Task<LookUp> LookUpAsync(string id, int maxSessions = 50) =>
        Store.FindAsync(SubjectKey.FromId(id).ToPublicId(), Time.GetUtcNow(), maxSessions, CancellationToken.None);

    /// <summary>A feed as <see cref="SpatialStore.ListFeedsAsync"/> shows it after a fresh count.</summary>
    public async Task<FeedStatus> StatusAsync(TestFeed feed)
    {
        await Store.CountFeedAsync(feed.Id, CancellationToken.None);
        return (await Store.ListFeedsAsync(CancellationToken.None)).Single(f => f.Id == feed.Id);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _opened)
            await store.DisposeAsync();
        if (_postgres is not null)
            await _postgres.DisposeAsync();
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }
}
