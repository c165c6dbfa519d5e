using System.CommandLine;
using Signposting.Store.Backup;
using Spectre.Console;

namespace Feeds.Harvester.CommandLine;

/// <summary><c>backup FILE</c> and <c>restore FILE</c>: the whole store in one file, on either engine.</summary>
internal static class BackupCommands
{
    public static Command CreateBackup(CommandContext context)
    {
        var file = new Argument<string>("FILE") { Description = "the file to write, which must not exist yet" };
        var command = new Command("backup", "Writes the whole store into one file, while it is in use. On PostgreSQL it runs pg_dump.") { file };
        command.SetAction(async (parsed, cancel) =>
        {
            var path = Path.GetFullPath(parsed.GetValue(file)!, context.StartFolder);
            await StoreBackup.SaveAsync(context.ReadSettings().Store, path, cancel);
            context.Output.WriteLine($"The store is in {path}, {new FileInfo(path).Length:N0} bytes. Put it back with: restore {path}");
            return ExitCode.Done;
        });
        return command;
    }

    public static Command CreateRestore(CommandContext context)
    {
        var file = new Argument<string>("FILE") { Description = "a file that backup has written, on the same engine" };
        var command = new Command("restore", "Puts a backup where Store:Connection points; there must be no store yet. On PostgreSQL it runs pg_restore.") { file };
        command.SetAction(async (parsed, cancel) =>
        {
            var path = Path.GetFullPath(parsed.GetValue(file)!, context.StartFolder);
            await StoreBackup.RestoreAsync(context.ReadSettings().Store, path, cancel);
            context.Output.WriteLine($"Restored from {path}. Feeds that were out of reach for longer than deletions are kept are read again from the start by the next harvest.");
            return ExitCode.Done;
        });
        return command;
    }
}
