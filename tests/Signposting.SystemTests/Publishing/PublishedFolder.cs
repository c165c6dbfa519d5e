using Signposting.SystemTests.Support;
using Xunit;

namespace Signposting.SystemTests.Publishing;

/// <summary>The result of <c>eng/publish.sh</c> in a folder that everybody may read.</summary>
public sealed class PublishedFolder : IAsyncLifetime
{
    public const string Script = "eng/publish.sh";

    private readonly string _path = Directory.CreateTempSubdirectory("signposting-publish-").FullName;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The image is a Linux image; its steps are bash.");
        WritableFolder.Allow(_path, UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        await using var publish = RunningProgram.Start(Path.Combine(Repository.Root, Script), [_path]);
        Assert.True(await publish.ExitCodeAsync(TestContext.Current.CancellationToken) == 0, publish.Output);
    }

    /// <summary>Starts a script of the image.</summary>
    public RunningProgram Start(string script, IReadOnlyList<string> arguments) => RunningProgram.Start(Path.Combine(_path, script), arguments);

    /// <summary>Starts a script of the image; as root it gives up its rights first.</summary>
    public RunningProgram StartUnprivileged(string script, IReadOnlyList<string> arguments, WritableFolder data)
    {
        var path = Path.Combine(_path, script);
        return Environment.IsPrivilegedProcess
            ? RunningProgram.Start("setpriv", ["--reuid=65534", "--regid=65534", "--clear-groups", path, .. arguments], data.Settings)
            : RunningProgram.Start(path, arguments, data.Settings);
    }

    public IReadOnlyList<string> FilesNamed(string pattern) =>
        Directory.GetFileSystemEntries(_path, pattern, SearchOption.AllDirectories);

    public IReadOnlyList<string?> FilesIn(string folder) => [.. Directory.GetFiles(Path.Combine(_path, folder)).Select(Path.GetFileName)];

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_path, recursive: true);
        return ValueTask.CompletedTask;
    }
}
