namespace Feeds.Harvester.Normalising;

/// <summary>Reads numbers of a fixed width from the front of a text.</summary>
internal ref struct DigitReader(ReadOnlySpan<byte> text)
{
    private const int TickDigits = 7;
    private ReadOnlySpan<byte> _rest = text;

    internal readonly bool IsAtEnd => _rest.IsEmpty;

    internal bool Skip(char sign)
    {
        if (_rest.IsEmpty || _rest[0] != sign)
            return false;
        _rest = _rest[1..];
        return true;
    }

    internal bool Number(int width, out int number)
    {
        number = 0;
        if (_rest.Length < width)
            return false;
        foreach (var digit in _rest[..width])
        {
            if (!char.IsAsciiDigit((char)digit))
                return false;
            number = (number * 10) + digit - '0';
        }

        _rest = _rest[width..];
        return true;
    }

    /// <summary>Digits after the decimal point of a second, in ticks; digits beyond a tick are dropped.</summary>
    internal bool Fraction(out long ticks)
    {
        ticks = 0;
        var count = 0;
        for (; count < _rest.Length && char.IsAsciiDigit((char)_rest[count]); count++)
        {
            if (count < TickDigits)
                ticks = (ticks * 10) + _rest[count] - '0';
        }

        for (var missing = count; missing < TickDigits; missing++)
            ticks *= 10;
        _rest = _rest[count..];
        return count > 0;
    }
}
