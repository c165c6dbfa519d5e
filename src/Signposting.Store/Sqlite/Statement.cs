using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Signposting.Store.Sqlite;

/// <summary>
/// A prepared statement with parameters <c>@0 … @n</c>, in this order, kept for the life of its connection. Used by one caller at a time:
/// rows are read to their end or disposed before it is bound again.
/// </summary>
internal sealed unsafe class Statement : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly nint _database;
    private readonly int[] _indexes;

    /// <summary>Nulls and numbers that are bound: those that stay the same need not be bound again. Of texts and bytes the kind only.</summary>
    private readonly (ValueKind Kind, long Number)[] _bound;
    private nint _handle;

    // What is bound stays here until it is bound again, so that SQLite need not copy it.
    private byte* _arena;
    private int _room;

    public Statement(SqliteConnection connection, string sql, int parameters)
    {
        _connection = connection;
        _database = connection.Handle!.DangerousGetHandle();
        var text = Encoding.UTF8.GetBytes(sql);
        fixed (byte* start = text)
            Check(Native.Prepare(_database, start, text.Length, Native.PreparePersistent, out _handle, 0));
        _indexes = new int[parameters];
        _bound = new (ValueKind, long)[parameters];
        for (var i = 0; i < parameters; i++)
            _indexes[i] = Native.ParameterIndex(_handle, $"@{i}");
    }

    public Statement With(params ReadOnlySpan<Value> values)
    {
        var at = _arena;
        for (var i = 0; i < values.Length; i++)
        {
            ref readonly var value = ref values[i];
            if (value.Kind is ValueKind.Text or ValueKind.Blob)
            {
                if (value.MostBytes > _room - (int)(at - _arena))
                {
                    // What was bound before has moved.
                    Reserve(values);
                    return With(values);
                }
            }
            else if (_bound[i] == (value.Kind, value.Number))
            {
                continue;
            }

            at += Bind(_indexes[i], value, at);
            _bound[i] = (value.Kind, value.Number);
        }

        return this;
    }

    /// <summary>Runs to the end; the number of rows that changed.</summary>
    public int Execute()
    {
        Step();
        var changes = Native.Changes(_database);
        Reset();
        return changes;
    }

    /// <summary>
    /// Runs an INSERT of one row; its rowid, or null when it did not insert but update. RETURNING would say the same, by way of a temporary
    /// table that costs as much as the insert.
    /// </summary>
    public long? Insert()
    {
        Native.SetLastInsertRowId(_database, 0);
        Execute();
        return Native.LastInsertRowId(_database) is var id and not 0 ? id : null;
    }

    /// <summary>Whether there is a row.</summary>
    public bool Any()
    {
        var any = Step();
        Reset();
        return any;
    }

    /// <summary>The integer in the first column of the first row; null when there is no row, or a null in it.</summary>
    public long? Long()
    {
        using var rows = Read();
        return rows.Read() ? rows.Long(0) : null;
    }

    /// <summary>The bytes in the first column of the first row; null when there is no row, or a null in it.</summary>
    public byte[]? Bytes()
    {
        using var rows = Read();
        return rows.Read() ? rows.Bytes(0) : null;
    }

    public Rows Read() => new(this, _handle);

    /// <summary>Goes on to the next row; false at the end.</summary>
    public bool Step()
    {
        var code = Native.Step(_handle);
        if (code == Native.Row)
            return true;
        if (code != Native.Done)
            Fail(code);
        return false;
    }

    /// <summary>Ends a run. An error of the run itself was thrown by <see cref="Step"/> already.</summary>
    public void Reset() => _ = Native.Reset(_handle);

    public void Dispose()
    {
        _ = Native.Finalize(_handle);
        NativeMemory.Free(_arena);
        _arena = null;
        _handle = _room = 0;
    }

    private void Reserve(ReadOnlySpan<Value> values)
    {
        var bytes = 0;
        foreach (ref readonly var value in values)
            bytes = checked(bytes + value.MostBytes);
        _room = Math.Max(bytes, 1024);
        _arena = (byte*)NativeMemory.Realloc(_arena, (nuint)_room);
    }

    /// <summary>How many bytes of the arena it took.</summary>
    private int Bind(int index, in Value value, byte* at)
    {
        if (index == 0)
            return 0;
        switch (value.Kind)
        {
            case ValueKind.Integer:
                Check(Native.BindLong(_handle, index, value.Number));
                return 0;
            case ValueKind.Real:
                Check(Native.BindDouble(_handle, index, BitConverter.Int64BitsToDouble(value.Number)));
                return 0;
            case ValueKind.Text:
                var text = (string)value.Content!;
                var length = Encoding.UTF8.GetBytes(text, new Span<byte>(at, _room - (int)(at - _arena)));
                Check(Native.BindText(_handle, index, at is null ? Native.Empty : at, length, 0));
                return length;
            case ValueKind.Blob:
                var blob = (byte[])value.Content!;
                blob.CopyTo(new Span<byte>(at, blob.Length));
                Check(Native.BindBlob(_handle, index, at is null ? Native.Empty : at, blob.Length, 0));
                return blob.Length;
            default:
                Check(Native.BindNull(_handle, index));
                return 0;
        }
    }

    private void Check(int code)
    {
        if (code != 0)
            Fail(code);
    }

    private void Fail(int code)
    {
        // The message is read before the reset, which may change it.
        try
        {
            SqliteException.ThrowExceptionForRC(code, _connection.Handle);
        }
        finally
        {
            if (_handle != 0)
                Reset();
        }
    }
}
