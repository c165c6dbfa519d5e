using FsCheck;
using FsCheck.Fluent;

namespace Signposting.Store.Tests.Properties;

/// <summary>FsCheck for bodies that await: each runs on the pool, so that waiting for it here cannot block it.</summary>
internal static class Property
{
    public static Task HoldsAsync<T>(Arbitrary<T> values, int tests, Func<T, Task> body) => Task.Run(() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(tests), Prop.ForAll(values, (T value) => Task.Run(() => body(value)).GetAwaiter().GetResult())));
}
