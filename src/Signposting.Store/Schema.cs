using System.Globalization;
using System.Reflection;

namespace Signposting.Store;

/// <summary>The numbered scripts of an engine (<c>Sqlite/0001.sql</c>, …), embedded in the program.</summary>
internal static class Schema
{
    /// <summary>Scripts in order, each with its version.</summary>
    public static IReadOnlyList<(int Version, string Script)> Scripts(string engine)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var prefix = $"Signposting.Store.{engine}.";
        return
        [
            .. from name in assembly.GetManifestResourceNames()
               where name.StartsWith(prefix, StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal)
               let version = int.Parse(name.AsSpan(prefix.Length, 4), CultureInfo.InvariantCulture)
               orderby version
               select (version, Read(assembly, name)),
        ];
    }

    public static StoreException TooNew(long version, int known) => new(
        $"The store has schema version {version}, newer than this program's {known}: start the newer program, or point Store:Connection elsewhere.");

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
