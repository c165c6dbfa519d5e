using Feeds.Harvester.Settings;

namespace Feeds.Harvester.CommandLine;

/// <summary>
/// Takes the settings out of the command line: <c>--Store:Engine postgis</c> or <c>--Store:Engine=postgis</c>. They may
/// stand anywhere, and are no options of any one command.
/// </summary>
internal static class SettingArguments
{
    /// <summary>Splits the arguments into settings and the others.</summary>
    /// <exception cref="SettingsException">A setting does not exist, or has no value.</exception>
    public static (Dictionary<string, string?> Settings, IReadOnlyList<string> Others) Split(IReadOnlyList<string> arguments)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        List<string> others = [];
        for (var at = 0; at < arguments.Count; at++)
        {
            if (KeyOf(arguments[at]) is not { } key)
                others.Add(arguments[at]);
            else if (SettingKeys.Objection(key) is { } objection)
                throw new SettingsException(objection);
            else
                settings[key] = ValueOf(arguments, key, ref at);
        }

        return (settings, others);
    }

    /// <summary>The key, when an argument has the form of a setting: two dashes, and a colon before any equals sign.</summary>
    private static string? KeyOf(string argument)
    {
        if (!argument.StartsWith("--", StringComparison.Ordinal))
            return null;
        var end = argument.IndexOf('=', StringComparison.Ordinal);
        var key = end < 0 ? argument[2..] : argument[2..end];
        return key.Contains(':', StringComparison.Ordinal) ? key : null;
    }

    private static string ValueOf(IReadOnlyList<string> arguments, string key, ref int at)
    {
        var equals = arguments[at].IndexOf('=', StringComparison.Ordinal);
        if (equals >= 0)
            return arguments[at][(equals + 1)..];
        if (at + 1 == arguments.Count || arguments[at + 1].StartsWith("--", StringComparison.Ordinal))
            throw new SettingsException($"{key}: there is no value after it. Write --{key} VALUE.");
        return arguments[++at];
    }
}
