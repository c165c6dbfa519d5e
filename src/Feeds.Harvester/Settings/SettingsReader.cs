using System.Globalization;
using Feeds.Harvester.Harvesting;
using Feeds.Harvester.Http;
using Feeds.Harvester.Vocabularies;
using Microsoft.Extensions.Configuration;
using Signposting.Store;

namespace Feeds.Harvester.Settings;

/// <summary>Reads and checks the settings that the harvester's program and the API share.</summary>
public static class SettingsReader
{
    /// <summary>OpenActive's catalogue collection.</summary>
    public const string DefaultSource = "https://openactive.io/data-catalogs/data-catalog-collection.jsonld";

    private const int LongestPollSeconds = 24 * 60 * 60;
    private const int LongestContact = 200;

    /// <summary>Lays the settings over each other: <c>appsettings.json</c> in the start folder, environment, command line.</summary>
    /// <param name="startFolder">The folder that the user started from.</param>
    /// <param name="commandLine">Key and value of each setting on the command line.</param>
    /// <exception cref="SettingsException"><c>appsettings.json</c> cannot be read.</exception>
    public static IConfigurationRoot Gather(string startFolder, IReadOnlyDictionary<string, string?> commandLine)
    {
        try
        {
            return new ConfigurationBuilder()
                .AddJsonFile(Path.Combine(startFolder, "appsettings.json"), optional: true, reloadOnChange: false)
                .AddEnvironmentVariables()
                .AddInMemoryCollection(commandLine)
                .Build();
        }
        catch (Exception broken) when (broken is InvalidDataException or FormatException or IOException or UnauthorizedAccessException)
        {
            throw new SettingsException(
                $"appsettings.json in {startFolder} cannot be read: {broken.InnerException?.Message ?? broken.Message}", broken);
        }
    }

    /// <summary>Reads the settings; a relative path is taken from the start folder.</summary>
    /// <exception cref="SettingsException">A setting is wrong, or a key under our sections does not exist.</exception>
    public static HarvesterSettings Read(IConfiguration configuration, string startFolder)
    {
        List<string> problems = [.. SettingKeys.Unknown(configuration)];
        var settings = new HarvesterSettings
        {
            Store = StoreSettings.Read(configuration, startFolder, problems),
            Harvester = new HarvesterOptions
            {
                Sources = Sources(configuration, problems),
                TrustedOrigins = Origins(configuration, problems),
                PollSeconds = PollSeconds(configuration, problems),
                Contact = Contact(configuration, problems),
                ActivityList = ActivityListAddress(configuration, startFolder, problems),
            },
            Enabled = Enabled(configuration, problems),
        };
        return problems.Count == 0 ? settings : throw new SettingsException(problems);
    }

    /// <summary>Checks sources that were named in place of <c>Feeds:Sources</c>.</summary>
    /// <exception cref="SettingsException">One of them is no URL.</exception>
    public static IReadOnlyList<string> CheckSources(IEnumerable<string> sources)
    {
        List<string> problems = [];
        var distinct = DistinctUrls("SOURCE", sources, problems);
        return problems.Count == 0 ? distinct : throw new SettingsException(problems);
    }

    private static List<string> Sources(IConfiguration configuration, List<string> problems)
    {
        var sources = List(configuration, "Feeds:Sources");
        return sources.Count == 0 ? [DefaultSource] : DistinctUrls("Feeds:Sources", sources, problems);
    }

    private static List<string> DistinctUrls(string key, IEnumerable<string> urls, List<string> problems)
    {
        List<string> distinct = [.. urls.Distinct(StringComparer.Ordinal)];
        foreach (var url in distinct)
        {
            if (!FeedUrl.TryParse(url, out _, out var fault))
                problems.Add($"{key}: {fault.Text}");
        }

        return distinct;
    }

    private static TrustedOrigins Origins(IConfiguration configuration, List<string> problems)
    {
        try
        {
            return TrustedOrigins.Parse(List(configuration, "Feeds:TrustedOrigins"));
        }
        catch (FormatException wrong)
        {
            problems.Add(wrong.Message);
            return TrustedOrigins.None;
        }
    }

    private static int PollSeconds(IConfiguration configuration, List<string> problems)
    {
        if (configuration["Feeds:PollSeconds"] is not { Length: > 0 } text)
            return HarvesterOptions.DefaultPollSeconds;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and <= LongestPollSeconds)
            return seconds;
        problems.Add($"Feeds:PollSeconds: '{text}' is not a whole number of seconds from 1 to {LongestPollSeconds}.");
        return HarvesterOptions.DefaultPollSeconds;
    }

    private static string? Contact(IConfiguration configuration, List<string> problems)
    {
        if (configuration["Feeds:Contact"] is not { Length: > 0 } contact)
            return null;
        if (contact.Length <= LongestContact && contact.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0 && contact.AsSpan().IndexOfAny("()\\") < 0)
            return contact;
        problems.Add($"Feeds:Contact: write a mail address or a URL of at most {LongestContact} plain characters; it is sent to publishers in the User-Agent.");
        return null;
    }

    private static string ActivityListAddress(IConfiguration configuration, string startFolder, List<string> problems)
    {
        if (configuration["Vocabularies:ActivityList"] is not { Length: > 0 } address)
            return ActivityVocabulary.DefaultAddress;
        if (!ActivityVocabulary.IsUrl(address))
            return Path.GetFullPath(address, startFolder);
        if (!FeedUrl.TryParse(address, out _, out var fault))
            problems.Add($"Vocabularies:ActivityList: {fault.Text}");
        return address;
    }

    private static bool Enabled(IConfiguration configuration, List<string> problems)
    {
        if (configuration["Feeds:Enabled"] is not { Length: > 0 } text)
            return true;
        if (bool.TryParse(text, out var enabled))
            return enabled;
        problems.Add($"Feeds:Enabled: '{text}' is neither true nor false.");
        return true;
    }

    /// <summary>A list may be written as elements (<c>Feeds:Sources:0</c>), or as one value with blanks between, which then stands alone.</summary>
    private static List<string> List(IConfiguration configuration, string key)
    {
        var section = configuration.GetSection(key);
        return section.Value is { } one
            ? [.. one.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]
            : [.. section.GetChildren().Select(child => child.Value?.Trim()).OfType<string>().Where(value => value.Length > 0)];
    }
}
