using System.Reflection;

namespace Signposting.BrowserTests.Running;

/// <summary>Where the build put things.</summary>
internal static class BuildFacts
{
    public static string ApiProgram => Of("ApiProgram");

    public static string ProjectFolder => Of("ProjectFolder");

    private static string Of(string key) =>
        typeof(BuildFacts).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
