namespace Signposting.Api.Tests.Running;

/// <summary>A folder of its own that goes with the test.</summary>
internal sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("signposting-api-").FullName;

    public string Connection => $"Data Source={System.IO.Path.Combine(Path, "test.db")}";

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
