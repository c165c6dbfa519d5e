using System.Globalization;
using System.Net;
using Feeds.Harvester.Settings;

namespace Signposting.Api.Access;

/// <summary>The settings under <c>Access:</c>.</summary>
internal sealed record AccessSettings
{
    private const string Section = "Access";
    private const int MostPerMinute = 1_000_000;

    private static readonly string[] Keys =
    [
        "AnonymousSearch", "AnonymousPerMinute", "ClientPerMinute", "CorsOrigins", "TrustedProxies", "Jwt:Issuer", "Jwt:Audience", "Jwt:Keys",
    ];

    /// <summary>Open data may be searched without a credential.</summary>
    public bool AnonymousSearch { get; init; } = true;

    /// <summary>Requests in a minute from one address without a credential; 0: no limit.</summary>
    public int AnonymousPerMinute { get; init; } = 600;

    /// <summary>Requests in a minute of one client; 0: no limit.</summary>
    public int ClientPerMinute { get; init; } = 6_000;

    /// <summary>Origins whose pages may call the API from a browser (<c>https://portal.example</c>); none: CORS is off.</summary>
    public IReadOnlyList<string> CorsOrigins { get; init; } = [];

    /// <summary>Addresses and networks whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are believed; none: nobody's.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>Whose tokens are accepted; null: nobody's.</summary>
    public JwtSettings? Jwt { get; init; }

    /// <exception cref="SettingsException">A value is wrong, or a key does not exist.</exception>
    public static AccessSettings Read(IConfiguration configuration, string startFolder)
    {
        var section = configuration.GetSection(Section);
        List<string> problems = [.. Unknown(section)];
        // ASP.NET's own switch believes whoever sends the headers.
        if (bool.TryParse(configuration["ForwardedHeaders_Enabled"], out var believesAll) && believesAll)
            problems.Add("ASPNETCORE_FORWARDEDHEADERS_ENABLED lets any caller claim any address; set it to false, and name your proxies in Access:TrustedProxies.");
        var settings = new AccessSettings
        {
            AnonymousSearch = Truth(section, "AnonymousSearch", true, problems),
            AnonymousPerMinute = Limit(section, "AnonymousPerMinute", 600, problems),
            ClientPerMinute = Limit(section, "ClientPerMinute", 6_000, problems),
            CorsOrigins = [.. List(section, "CorsOrigins").Select(text => Origin(text, problems)).OfType<string>()],
            TrustedProxies = [.. List(section, "TrustedProxies").Select(text => Network(text, problems)).OfType<IPNetwork>()],
            Jwt = JwtSettings.Read(section.GetSection("Jwt"), startFolder, problems),
        };
        return problems.Count == 0 ? settings : throw new SettingsException(problems);
    }

    private static IEnumerable<string> Unknown(IConfigurationSection section) =>
        from pair in section.AsEnumerable(makePathsRelative: true)
        where pair.Value is not null && pair.Key.Length > 0
        let key = pair.Key.TrimEnd("0123456789".ToCharArray()).TrimEnd(':')
        where !Keys.Contains(key, StringComparer.OrdinalIgnoreCase)
        select $"Access:{pair.Key}: there is no such setting. Known are {string.Join(", ", Keys.Select(known => $"Access:{known}"))}.";

    private static bool Truth(IConfigurationSection section, string key, bool otherwise, List<string> problems)
    {
        if (section[key] is not { Length: > 0 } text)
            return otherwise;
        if (bool.TryParse(text, out var value))
            return value;
        problems.Add($"Access:{key}: '{text}' is neither true nor false.");
        return otherwise;
    }

    private static int Limit(IConfigurationSection section, string key, int otherwise, List<string> problems)
    {
        if (section[key] is not { Length: > 0 } text)
            return otherwise;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= MostPerMinute)
            return value;
        problems.Add($"Access:{key}: '{text}' is not a whole number of requests a minute from 0 (no limit) to {MostPerMinute}.");
        return otherwise;
    }

    private static string? Origin(string text, List<string> problems)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url is { PathAndQuery: "/", UserInfo: "", Fragment: "" } && url.Host.Length > 0)
            return url.GetLeftPart(UriPartial.Authority);
        problems.Add($"Access:CorsOrigins: '{text}' is not an origin; write scheme and host, for example https://portal.example, one entry for each.");
        return null;
    }

    private static IPNetwork? Network(string text, List<string> problems)
    {
        if (IPAddress.TryParse(text, out var address))
            return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        if (IPNetwork.TryParse(text, out var network))
            return network;
        problems.Add($"Access:TrustedProxies: '{text}' is neither an address nor a network; write for example 10.0.0.7 or 10.0.0.0/24.");
        return null;
    }

    /// <summary>A list may be written as elements (<c>Access:CorsOrigins:0</c>), or as one value with blanks between.</summary>
    private static IEnumerable<string> List(IConfigurationSection section, string key) => section[key] is { } one
        ? one.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        : section.GetSection(key).GetChildren().Select(child => child.Value?.Trim()).OfType<string>().Where(value => value.Length > 0);
}
