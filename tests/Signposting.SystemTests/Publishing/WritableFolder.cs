namespace Signposting.SystemTests.Publishing;

/// <summary>A folder for a database that an unprivileged user may write to, and the settings that put it there.</summary>
public sealed class WritableFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("signposting-data-").FullName;

    public WritableFolder() => Allow(_path, UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute);

    public string Database => Path.Combine(_path, "signposting.db");

    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Store__Connection"] = $"Data Source={Database}",
        ["Feeds__Enabled"] = "false",
        ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
        ["HOME"] = "/nonexistent",
    };

    /// <summary>Temporary folders are for their owner only; this lets others in as well.</summary>
    public static void Allow(string path, UnixFileMode others)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, File.GetUnixFileMode(path) | others);
    }

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
