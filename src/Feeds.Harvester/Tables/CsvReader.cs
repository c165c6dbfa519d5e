namespace Feeds.Harvester.Tables;

/// <summary>
/// Reads records of RFC 4180 one at a time into one buffer, without a string per field: a postcode directory has
/// 2.7 million rows of fifty columns, of which five are wanted. Blank lines are left out.
/// </summary>
internal sealed class CsvReader(TextReader text)
{
    private const int LongestRecord = 64 * 1024;
    private readonly char[] block = new char[64 * 1024];
    private readonly char[] record = new char[LongestRecord];
    private readonly List<int> ends = [];
    private int blockLength;
    private int at;
    private int length;
    private Place place;

    private enum Place
    {
        FieldStart,
        Plain,
        Quoted,
        AfterQuote,
    }

    /// <summary>The line that the reader has come to, from 1.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>Fields of the record.</summary>
    public int Count => ends.Count;

    /// <summary>A field without its quotes; valid until the next record is read.</summary>
    public ReadOnlySpan<char> this[int field]
    {
        get
        {
            var start = field == 0 ? 0 : ends[field - 1];
            return record.AsSpan(start, ends[field] - start);
        }
    }

    /// <summary>Goes to the next record; false at the end.</summary>
    /// <exception cref="TableFileException">The text is no CSV.</exception>
    public async ValueTask<bool> ReadAsync(CancellationToken cancel)
    {
        Clear();
        while (true)
        {
            if (at == blockLength)
            {
                blockLength = await text.ReadAsync(block, cancel);
                at = 0;
                if (blockLength == 0)
                    return EndOfText();
            }

            if (Consume())
                return true;
        }
    }

    /// <summary>Takes characters of the block; true when a record is complete.</summary>
    private bool Consume()
    {
        while (at < blockLength)
        {
            var character = block[at++];
            if (character == '\n')
                Line++;
            if (Take(character))
                return true;
        }

        return false;
    }

    private bool Take(char character)
    {
        switch (place, character)
        {
            case (Place.Quoted, '"'):
                place = Place.AfterQuote;
                return false;
            case (Place.Quoted, _):
                Append(character);
                return false;
            case (Place.FieldStart, '"'):
                place = Place.Quoted;
                return false;
            case (Place.AfterQuote, '"'):
                Append(character);
                place = Place.Quoted;
                return false;
            case (_, ','):
                EndField();
                return false;
            case (_, '\n'):
                return EndRecord();
            case (_, '\r'):
                return false;
            case (Place.AfterQuote, _):
                throw new TableFileException($"Line {Line} is no CSV: there is text after a closing quote.");
            default:
                Append(character);
                place = Place.Plain;
                return false;
        }
    }

    private void Append(char character)
    {
        if (length == LongestRecord)
            throw new TableFileException($"Line {Line} is longer than {LongestRecord} characters; is this a CSV file?");
        record[length++] = character;
    }

    private void EndField()
    {
        ends.Add(length);
        place = Place.FieldStart;
    }

    private bool EndRecord()
    {
        if (ends.Count == 0 && length == 0)
        {
            Clear();
            return false;
        }

        EndField();
        return true;
    }

    private bool EndOfText() => place == Place.Quoted
        ? throw new TableFileException($"The file breaks off in line {Line}: a quote is not closed.")
        : EndRecord();

    private void Clear()
    {
        ends.Clear();
        length = 0;
        place = Place.FieldStart;
    }
}
