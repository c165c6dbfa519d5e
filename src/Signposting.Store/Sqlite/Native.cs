using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]

namespace Signposting.Store.Sqlite;

/// <summary>
/// The dozen functions of SQLite's C interface (https://sqlite.org/c3ref/funclist.html) that are called millions of times:
/// by index, without boxing, without counting references (docs/decisions/0009). Opening, pragmas and errors stay with Microsoft.Data.Sqlite.
/// Functions that neither wait nor call back are entered without leaving the runtime's cooperative mode.
/// </summary>
internal static unsafe partial class Native
{
    public const int Row = 100;
    public const int Done = 101;

    /// <summary>The type of a column that is null.</summary>
    public const int Null = 5;

    /// <summary>The statement is used for long.</summary>
    public const uint PreparePersistent = 1;

    private const string Library = "e_sqlite3";

    /// <summary>Where an empty text or blob begins: a null pointer would bind a null.</summary>
    public static byte* Empty { get; } = (byte*)NativeMemory.AllocZeroed(1);

    [LibraryImport(Library, EntryPoint = "sqlite3_prepare_v3")]
    public static partial int Prepare(nint connection, byte* sql, int bytes, uint flags, out nint statement, nint tail);

    [LibraryImport(Library, EntryPoint = "sqlite3_finalize")]
    public static partial int Finalize(nint statement);

    /// <summary>0 when the statement has no such parameter.</summary>
    [LibraryImport(Library, EntryPoint = "sqlite3_bind_parameter_index", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int ParameterIndex(nint statement, string name);

    [LibraryImport(Library, EntryPoint = "sqlite3_step")]
    public static partial int Step(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_reset")]
    public static partial int Reset(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_changes")]
    [SuppressGCTransition]
    public static partial int Changes(nint connection);

    [LibraryImport(Library, EntryPoint = "sqlite3_last_insert_rowid")]
    [SuppressGCTransition]
    public static partial long LastInsertRowId(nint connection);

    [LibraryImport(Library, EntryPoint = "sqlite3_set_last_insert_rowid")]
    [SuppressGCTransition]
    public static partial void SetLastInsertRowId(nint connection, long id);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_null")]
    [SuppressGCTransition]
    public static partial int BindNull(nint statement, int index);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_int64")]
    [SuppressGCTransition]
    public static partial int BindLong(nint statement, int index, long value);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_double")]
    [SuppressGCTransition]
    public static partial int BindDouble(nint statement, int index, double value);

    /// <summary>With a null destructor the bytes must stay where they are until they are bound again.</summary>
    [LibraryImport(Library, EntryPoint = "sqlite3_bind_text")]
    [SuppressGCTransition]
    public static partial int BindText(nint statement, int index, byte* text, int bytes, nint destructor);

    /// <summary>As <see cref="BindText"/>.</summary>
    [LibraryImport(Library, EntryPoint = "sqlite3_bind_blob")]
    [SuppressGCTransition]
    public static partial int BindBlob(nint statement, int index, byte* blob, int bytes, nint destructor);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_type")]
    [SuppressGCTransition]
    public static partial int ColumnType(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_int64")]
    [SuppressGCTransition]
    public static partial long ColumnLong(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_double")]
    [SuppressGCTransition]
    public static partial double ColumnDouble(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_blob")]
    [SuppressGCTransition]
    public static partial byte* ColumnBlob(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_bytes")]
    [SuppressGCTransition]
    public static partial int ColumnBytes(nint statement, int column);

    /// <summary>The bytes of a text or blob column; valid until the next step.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<byte> Bytes(nint statement, int column)
    {
        var bytes = ColumnBlob(statement, column);
        return bytes is null ? default : new ReadOnlySpan<byte>(bytes, ColumnBytes(statement, column));
    }
}
