using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace Signposting.Store.Opportunities;

/// <summary>
/// Writes compact JSON into a buffer that is used again. Names are given with their quotes and colon, as they are written. It checks
/// nothing: it is for <see cref="DescriptionWriter"/>, which every record that is harvested comes by.
/// </summary>
internal sealed class JsonBytes
{
    private const int MostKept = 64 * 1024;
    private const int LongestNumber = 64;

    /// <summary>Leaves letters such as "é" and "–" as they are: the document is never HTML.</summary>
    private static readonly JavaScriptEncoder Escaping = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>What stands for itself in JSON, whatever the encoder.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        " !#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    private byte[] _buffer = new byte[4096];
    private int _length;
    private bool _isBehindValue;

    public void Clear()
    {
        (_length, _isBehindValue) = (0, false);
        if (_buffer.Length > MostKept)
            _buffer = new byte[4096];
    }

    public byte[] ToArray() => _buffer.AsSpan(0, _length).ToArray();

    /// <returns>Where it stands.</returns>
    public int Open(char bracket)
    {
        BeginValue(1);
        _buffer[_length] = (byte)bracket;
        _isBehindValue = false;
        return _length++;
    }

    public void Close(char bracket)
    {
        Reserve(1);
        _buffer[_length++] = (byte)bracket;
        _isBehindValue = true;
    }

    /// <summary>What was written from somewhere on.</summary>
    public ReadOnlySpan<byte> From(int start) => _buffer.AsSpan(start, _length - start);

    /// <summary>A value that was written before.</summary>
    public void Again(ReadOnlySpan<byte> value)
    {
        BeginValue(value.Length);
        value.CopyTo(_buffer.AsSpan(_length));
        _length += value.Length;
    }

    public void Name(ReadOnlySpan<byte> quoted)
    {
        BeginValue(quoted.Length);
        quoted.CopyTo(_buffer.AsSpan(_length));
        _length += quoted.Length;
        _isBehindValue = false;
    }

    public void Text(string text) => Text([], text);

    /// <param name="quoted">Its name.</param>
    public void Text(ReadOnlySpan<byte> quoted, string text)
    {
        if (text.AsSpan().ContainsAnyExcept(Plain))
            text = Escaping.Encode(text);
        BeginValue(quoted.Length + (text.Length * 3) + 2);
        var rest = _buffer.AsSpan(_length);
        quoted.CopyTo(rest);
        rest[quoted.Length] = (byte)'"';
        var length = quoted.Length + 1;
        length += Encoding.UTF8.GetBytes(text, rest[length..]);
        rest[length] = (byte)'"';
        _length += length + 1;
    }

    public void Flag(bool value)
    {
        var word = value ? "true"u8 : "false"u8;
        BeginValue(word.Length);
        word.CopyTo(_buffer.AsSpan(_length));
        _length += word.Length;
    }

    /// <summary>A number, or with quotes what has a form of its own.</summary>
    public void Formatted<T>(T value, ReadOnlySpan<char> format = default, bool isQuoted = false)
        where T : IUtf8SpanFormattable
    {
        BeginValue(LongestNumber);
        if (isQuoted)
            _buffer[_length++] = (byte)'"';
        value.TryFormat(_buffer.AsSpan(_length), out var written, format, CultureInfo.InvariantCulture);
        _length += written;
        if (isQuoted)
            _buffer[_length++] = (byte)'"';
    }

    /// <summary>ISO 8601 with as many digits of a second as there are.</summary>
    public void Time(DateTimeOffset value) =>
        Formatted(value, value.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-ddTHH:mm:sszzz" : "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", isQuoted: true);

    private void BeginValue(int bytes)
    {
        Reserve(bytes + 1);
        if (_isBehindValue)
            _buffer[_length++] = (byte)',';
        _isBehindValue = true;
    }

    private void Reserve(int bytes)
    {
        if (_buffer.Length - _length < bytes)
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + bytes));
    }
}
