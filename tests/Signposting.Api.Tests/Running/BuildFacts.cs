using System.Reflection;

namespace Signposting.Api.Tests.Running;

/// <summary>Where the build put things.</summary>
internal static class BuildFacts
{
    public static string ApiProgram => Of("ApiProgram");

    public static string ApiProject => Of("ApiProject");

    public static string Configuration => Of("Configuration");

    public static string ContractFolder => Of("ContractFolder");

    private static string Of(string key) =>
        typeof(BuildFacts).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
