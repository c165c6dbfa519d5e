using System.Reflection;
using Signposting.Store;
using Signposting.Store.Tests.Stores;
using Xunit.Sdk;
using Xunit.v3;

namespace Signposting.Api.Tests.Recorded;

/// <summary>The test runs once on each engine, with each of the files if some are named; PostGIS is skipped, with a message, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EachEngineAttribute(params string[] files) : DataAttribute
{
    public IReadOnlyList<string> Files => files;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Rows(StoreEngine.Sqlite, null), .. Rows(StoreEngine.Postgis, TestPostgres.Missing)]);

    public override bool SupportsDiscoveryEnumeration() => true;

    private IEnumerable<ITheoryDataRow> Rows(StoreEngine engine, string? skip) => files.Length == 0
        ? [new TheoryDataRow<StoreEngine>(engine) { Skip = skip }]
        : files.Select(file => new TheoryDataRow<StoreEngine, string>(engine, file) { Skip = skip });
}
