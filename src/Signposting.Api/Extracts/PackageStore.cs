using Signposting.Api.Hosting;
using Signposting.Store;

namespace Signposting.Api.Extracts;

/// <summary>
/// The packages as files. They are made of what the store holds, so that a file is only there to spare making it again: each process may
/// have a folder of its own, and a lost one is made anew. A file has its name only when it is whole.
/// </summary>
internal sealed class PackageStore(ExtractSettings settings, DataOrigin origin, ILogger<PackageStore> log)
{
    public const string ContentType = "application/zip";

    /// <summary><c>2026-10-QWO</c></summary>
    public static string IdOf(Month month, string? icb) => $"{month}-{icb ?? UsageParameters.National}";

    /// <returns>Null: it has not the form of an id.</returns>
    public static (Month Month, Whose Whose)? Read(string id)
    {
        if (id.Length <= "2026-10-".Length || id["2026-10".Length] != '-' || Month.Read(id[.."2026-10".Length]) is not { } month)
            return null;
        var whose = id["2026-10-".Length..];
        return whose == UsageParameters.National ? (month, new Whose.All())
            : Access.OdsCode.Icb(whose) is { } icb && icb == whose ? (month, new Whose.Board(icb)) : null;
    }

    /// <summary>The file of a package, made when it is not there, or is not of what this store published.</summary>
    /// <exception cref="IOException">It cannot be written; nothing half-written is left under its name.</exception>
    /// <returns>Null: nothing was published for this board in this month.</returns>
    public async Task<string?> FileOfAsync(SpatialStore store, Month month, string? icb, CancellationToken cancel)
    {
        if (await store.ReadUsagePublicationAsync(month.First, icb, cancel) is not { } content)
            return null;
        var file = PathOf(month, icb);
        return Package.IsOf(file, MonthReport.DigestOf(content)) ? file : await MakeAsync(file, MonthReport.FromContent(content), cancel);
    }

    /// <summary>Made-up figures never stand under the name of real ones, nor those of a part of a month under that of the whole.</summary>
    private string PathOf(Month month, string? icb, bool inProgress = false) =>
        Path.Combine(settings.Folder, $"{(origin.IsMadeUp ? "demo-" : "")}{IdOf(month, icb)}{(inProgress ? "-in-progress" : "")}.zip");

    /// <summary>Makes it anew, whether or not it is there.</summary>
    public async Task<string> MakeAsync(Month month, MonthReport report, CancellationToken cancel) =>
        await MakeAsync(PathOf(month, report.Icb, report.InProgress == true), report, cancel);

    /// <summary>Every package of a month that is not there yet.</summary>
    public async Task MakeAllAsync(SpatialStore store, Month month, CancellationToken cancel)
    {
        RemoveAbandoned();
        var made = 0;
        foreach (var icb in await store.ListUsagePublicationsAsync(month.First, cancel))
        {
            var isThere = File.Exists(PathOf(month, icb));
            if (!isThere && await FileOfAsync(store, month, icb, cancel) is not null)
                made++;
        }

        if (made > 0)
            log.PackagesMade(made, month.ToString(), settings.Folder);
    }

    private static async Task<string> MakeAsync(string file, MonthReport report, CancellationToken cancel)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var unfinished = $"{file}.{Guid.NewGuid():N}.tmp";
        try
        {
            await using (var output = new FileStream(unfinished, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None))
            {
                await Package.WriteAsync(output, report, cancel);
                output.Flush(flushToDisk: true);
            }

            // Of two processes at once both have made the same; the name is never without a whole file.
            File.Move(unfinished, file, overwrite: true);
            return file;
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    /// <summary>What a killed process left; one that still writes takes seconds, not an hour.</summary>
    private void RemoveAbandoned()
    {
        if (!Directory.Exists(settings.Folder))
            return;
        foreach (var file in Directory.EnumerateFiles(settings.Folder, "*.zip.*.tmp").Where(file => File.GetLastWriteTimeUtc(file) < TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-1)))
            File.Delete(file);
    }
}
