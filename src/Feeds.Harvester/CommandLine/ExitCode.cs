namespace Feeds.Harvester.CommandLine;

/// <summary>What the program says to whoever started it.</summary>
internal static class ExitCode
{
    /// <summary>All is done; all feeds got there.</summary>
    public const int Done = 0;

    /// <summary>Not all feeds got there, or the store or a file could not be used.</summary>
    public const int Incomplete = 1;

    /// <summary>The command line or a setting is wrong; nothing was begun.</summary>
    public const int Usage = 2;
}
