using System.Buffers.Text;
using System.Text.Json;

namespace Signposting.Store.Opportunities;

/// <summary>Properties and values of each kind. A value of another kind is not for this reader; what comes after it is not looked at.</summary>
internal ref partial struct DescriptionReader
{
    private string? Text(ReadOnlySpan<byte> name) => Begin(name) ? Words(ref this) : null;

    private List<string>? Texts(ReadOnlySpan<byte> name) => List(name, Words);

    private List<T>? List<T>(ReadOnlySpan<byte> name, Reading<T> read)
    {
        if (!Begin(name))
            return null;
        Pass(JsonTokenType.StartArray);
        var list = new List<T>();
        while (!_isOther && _json.TokenType != JsonTokenType.EndArray)
            list.Add(read(ref this));
        Pass(JsonTokenType.EndArray);
        return list;
    }

    private bool? Flag(ReadOnlySpan<byte> name)
    {
        if (!Begin(name))
            return null;
        var value = _json.TokenType == JsonTokenType.True;
        Go(value || _json.TokenType == JsonTokenType.False);
        return value;
    }

    private int? Number(ReadOnlySpan<byte> name) => Begin(name) ? Whole32() : null;

    private byte? Small(ReadOnlySpan<byte> name)
    {
        byte value = 0;
        if (!Begin(name))
            return null;
        Go(_json.TokenType == JsonTokenType.Number && _json.TryGetByte(out value));
        return value;
    }

    private double? Degrees(ReadOnlySpan<byte> name)
    {
        double value = 0;
        if (!Begin(name))
            return null;
        Go(_json.TokenType == JsonTokenType.Number && _json.TryGetDouble(out value));
        return value;
    }

    private decimal? Amount(ReadOnlySpan<byte> name)
    {
        decimal value = 0;
        if (!Begin(name))
            return null;
        Go(_json.TokenType == JsonTokenType.Number && _json.TryGetDecimal(out value));
        return value;
    }

    private DateTimeOffset? Time(ReadOnlySpan<byte> name)
    {
        DateTimeOffset value = default;
        if (!Begin(name))
            return null;
        Go(_json.TokenType == JsonTokenType.String && _json.TryGetDateTimeOffset(out value));
        return value;
    }

    private DateOnly? Day(ReadOnlySpan<byte> name) => Begin(name) ? Date() : null;

    private TimeOnly Clock(ReadOnlySpan<byte> name)
    {
        TimeSpan value = default;
        var isThere = Begin(name) && _json.TokenType == JsonTokenType.String
            && Utf8Parser.TryParse(_json.ValueSpan, out value, out var read, 'c') && read == _json.ValueSpan.Length && value >= TimeSpan.Zero && value.Days == 0;
        Go(isThere);
        return isThere ? TimeOnly.FromTimeSpan(value) : default;
    }

    private static string Words(scoped ref DescriptionReader json)
    {
        var text = json._json.TokenType == JsonTokenType.String ? json._json.GetString() : null;
        json.Go(text is not null);
        return text!;
    }

    private int Whole32()
    {
        var value = 0;
        Go(_json.TokenType == JsonTokenType.Number && _json.TryGetInt32(out value));
        return value;
    }

    private DateOnly Date()
    {
        DateTime value = default;
        Go(_json.TokenType == JsonTokenType.String && _json.ValueSpan.Length == "yyyy-MM-dd".Length && _json.TryGetDateTime(out value));
        return DateOnly.FromDateTime(value);
    }

    private T Needed<T>(T? value)
        where T : struct
    {
        _isOther |= value is null;
        return value.GetValueOrDefault();
    }

    /// <summary>Whether the next property is this one; its value is then at hand.</summary>
    private bool Begin(ReadOnlySpan<byte> name)
    {
        if (_isOther || _json.TokenType != JsonTokenType.PropertyName || !_json.ValueSpan.SequenceEqual(name))
            return false;
        _json.Read();
        return true;
    }

    private void Pass(JsonTokenType bracket) => Go(_json.TokenType == bracket);

    /// <summary>Past what is at hand, if it is what was wanted.</summary>
    private void Go(bool isWanted)
    {
        if (!isWanted || _isOther)
            _isOther = true;
        else
            _json.Read();
    }
}
