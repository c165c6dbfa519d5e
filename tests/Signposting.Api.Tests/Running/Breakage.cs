using Microsoft.Data.Sqlite;

namespace Signposting.Api.Tests.Running;

/// <summary>Makes a store unusable under a running service.</summary>
internal static class Breakage
{
    public static void Of(TestFolder folder)
    {
        using var connection = new SqliteConnection(folder.Connection);
        connection.Open();
        using var names = new SqliteCommand("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'", connection);
        var tables = new List<string>();
        using (var reader = names.ExecuteReader())
        {
            while (reader.Read())
                tables.Add(reader.GetString(0));
        }

        foreach (var table in tables)
        {
            using var rename = new SqliteCommand($"alter table \"{table}\" rename to \"broken_{table}\"", connection);
            try
            {
                rename.ExecuteNonQuery();
            }
            catch (SqliteException)
            {
                // The shadow tables of the spatial index cannot be renamed, and need not be.
            }
        }
    }
}
