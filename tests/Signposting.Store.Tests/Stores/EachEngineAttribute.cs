using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Signposting.Store.Tests.Stores;

/// <summary>The test runs once on each engine; PostGIS is skipped, with a message, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EachEngineAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) => new(
    [
        new TheoryDataRow<StoreEngine>(StoreEngine.Sqlite),
        new TheoryDataRow<StoreEngine>(StoreEngine.Postgis) { Skip = TestPostgres.Missing },
    ]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
