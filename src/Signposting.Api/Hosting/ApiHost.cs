using System.Text.Json.Serialization;
using Feeds.Harvester.Progress;
using Signposting.Api.Access;
using Signposting.Api.Activities;
using Signposting.Api.Conditions;
using Signposting.Api.Contract;
using Signposting.Api.Extracts;
using Signposting.Api.Feeds;
using Signposting.Api.Harvesting;
using Signposting.Api.Health;
using Signposting.Api.Keys;
using Signposting.Api.Opportunities;
using Signposting.Api.Places;
using Signposting.Api.Problems;
using Signposting.Api.SearchPage.Rendering;
using Signposting.Api.Telemetry;
using Signposting.Api.Usage;

namespace Signposting.Api.Hosting;

/// <summary>Puts the service together.</summary>
internal static class ApiHost
{
    private const string DefaultUrl = "http://localhost:5080";

    /// <param name="startFolder">The folder that the user started from: relative paths mean it.</param>
    /// <param name="adjust">For tests: replaces services such as the clock.</param>
    /// <exception cref="global::Feeds.Harvester.Settings.SettingsException">A setting is wrong.</exception>
    public static WebApplication Build(CommandLine line, string startFolder, Action<IServiceCollection>? adjust = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        ApiConfiguration.Fill(builder.Configuration, startFolder, line.Settings);
        var settings = ApiSettings.Read(builder.Configuration, startFolder, line.Demo);

        ApiLogging.Configure(builder.Logging, settings.Telemetry.JsonLogs);
        ListenByDefault(builder);
        ListenAddresses.Check(builder.Configuration);
        builder.WebHost.ConfigureKestrel(RequestLimits.Apply);
        AddServices(builder.Services, settings);
        adjust?.Invoke(builder.Services);

        var app = builder.Build();
        app.UseProxies(settings.Access);
        app.UseMiddleware<RequestTelemetry>();
        app.UseResponseCompression();
        app.UseMiddleware<ProblemMiddleware>();
        app.UseHead();
        app.UseRouting();
        app.UseAccess(settings.Access);
        Map(app);
        return app;
    }

    private static void AddServices(IServiceCollection services, ApiSettings settings)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(settings);
        services.AddSingleton(new DataOrigin(settings.Demo));
        var concepts = new ActivityConcepts();
        services.AddSingleton(concepts);
        services.AddSingleton(new ClinicalRules(settings.Rules, concepts));
        services.AddSingleton<FatalProblem>();
        services.AddSingleton<StoreAccess>();
        // The contract's schemas are made from these.
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default);
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
        services.AddCompression();
        services.AddKeyRing();
        services.AddAccess(settings.Access);
        services.AddTelemetry(settings.Telemetry);
        services.AddPlaces(settings.Places);
        services.AddOpportunities();
        services.AddUsage();
        services.AddExtracts(settings.Extracts);
        services.AddFeeds();
        services.AddConditions();
        services.AddActivities();
        services.AddContract();
        services.AddPages(settings.Pages);
        services.AddSingleton<HarvestProgress>();
        services.AddSingleton<HarvestWatch>();
        services.AddSingleton<CheckReadiness>();
        services.AddHostedService<StoreOpening>();
        services.AddHostedService<HarvestService>();
        services.AddHostedService<RecordReading>();
        services.AddHostedService<Announcement>();
    }

    private static void Map(WebApplication app)
    {
        app.MapContract();
        app.MapHealth();
        app.MapTelemetry();
        app.MapPages();
        var v1 = app.MapGroup("/v1");
        v1.MapOpportunities();
        v1.MapConditions();
        v1.MapActivities();
        v1.MapFeeds();
        v1.MapUsage();
        v1.MapExtracts();
    }

    private static void ListenByDefault(WebApplicationBuilder builder)
    {
        string[] addresses = ["urls", "http_ports", "https_ports"];
        if (addresses.All(key => string.IsNullOrEmpty(builder.Configuration[key])) && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
            builder.Configuration[WebHostDefaults.ServerUrlsKey] = DefaultUrl;
    }
}
