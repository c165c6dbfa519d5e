using Feeds.Harvester.Settings;

namespace Signposting.Api.Hosting;

/// <summary>Where settings come from; later ones win.</summary>
internal static class ApiConfiguration
{
    private const string FileName = "appsettings.json";

    /// <param name="startFolder">The folder that the user started from.</param>
    /// <exception cref="SettingsException">A settings file cannot be read.</exception>
    public static void Fill(ConfigurationManager configuration, string startFolder, IReadOnlyDictionary<string, string?> commandLine)
    {
        configuration.Sources.Clear();
        // The host's own names: ASPNETCORE_URLS, DOTNET_ENVIRONMENT and so on.
        configuration.AddEnvironmentVariables("DOTNET_").AddEnvironmentVariables("ASPNETCORE_");
        AddFile(configuration, AppContext.BaseDirectory);
        AddFile(configuration, startFolder);
        configuration.AddEnvironmentVariables().AddInMemoryCollection(commandLine);
    }

    private static void AddFile(ConfigurationManager configuration, string folder)
    {
        try
        {
            configuration.AddJsonFile(Path.Combine(folder, FileName), optional: true, reloadOnChange: false);
        }
        catch (Exception broken) when (broken is InvalidDataException or FormatException or IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"{FileName} in {folder} cannot be read: {broken.InnerException?.Message ?? broken.Message}", broken);
        }
    }
}
