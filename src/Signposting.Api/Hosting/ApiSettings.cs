using Feeds.Harvester.Settings;
using Signposting.Api.Access;
using Signposting.Api.Conditions;
using Signposting.Api.Extracts;
using Signposting.Api.Places;
using Signposting.Api.SearchPage.Rendering;
using Signposting.Api.Telemetry;
using Signposting.Store;
using Signposting.Suitability;

namespace Signposting.Api.Hosting;

/// <summary>Every setting of the service, checked.</summary>
internal sealed record ApiSettings
{
    private const string DemoConnection = "Data Source=data/demo.db";

    public required HarvesterSettings Shared { get; init; }

    public required PlaceSettings Places { get; init; }

    public required AccessSettings Access { get; init; }

    public required TelemetrySettings Telemetry { get; init; }

    public required ExtractSettings Extracts { get; init; }

    public required PageSettings Pages { get; init; }

    public required RulesOptions Rules { get; init; }

    /// <summary>Whether <c>--demo</c> was said.</summary>
    public required bool Demo { get; init; }

    /// <summary>The demo runs on the database file that it brings itself, and may begin by emptying it.</summary>
    public required bool OwnDemoFile { get; init; }

    /// <exception cref="SettingsException">A setting is wrong: a sentence for each.</exception>
    public static ApiSettings Read(ConfigurationManager configuration, string startFolder, bool demo)
    {
        var ownFile = demo && string.IsNullOrEmpty(configuration["Store:Connection"]) && string.IsNullOrEmpty(configuration["Store:Engine"]);
        if (ownFile)
            configuration.AddInMemoryCollection([new("Store:Connection", DemoConnection)]);
        return new ApiSettings
        {
            Shared = SettingsReader.Read(configuration, startFolder),
            Places = PlacesOf(configuration, demo),
            Access = AccessSettings.Read(configuration, startFolder),
            Telemetry = TelemetrySettings.Read(configuration),
            Extracts = ExtractsOf(configuration, startFolder, demo),
            Pages = PageSettings.Read(configuration),
            Rules = SuitabilitySettings.Read(configuration, startFolder),
            Demo = demo,
            OwnDemoFile = ownFile,
        };
    }

    // Nobody is to be protected in made-up usage, and whoever tries the demo wants to see what they did today.
    private static ExtractSettings ExtractsOf(ConfigurationManager configuration, string startFolder, bool demo)
    {
        var extracts = ExtractSettings.Read(configuration, startFolder);
        return demo && string.IsNullOrEmpty(configuration["Usage:PublishMonthInProgress"]) ? extracts with { PublishMonthInProgress = true } : extracts;
    }

    // A demo brings its own table; real postcodes have no business in it.
    private static PlaceSettings PlacesOf(ConfigurationManager configuration, bool demo)
    {
        var places = PlaceSettings.Read(configuration);
        return demo ? places with { Remote = false } : places;
    }
}
