using System.Text;

namespace OpenActive.Vocabulary;

/// <summary>One word of a text, or a number; <c>&amp;</c> is the word "and", <c>@</c> the word "at".</summary>
/// <param name="From">Where it begins in the squeezed text.</param>
/// <param name="To">Where it ends there.</param>
/// <param name="SourceFrom">Where it begins in the text as written.</param>
/// <param name="SourceTo">Where it ends there.</param>
/// <param name="StartsPhrase">Punctuation stands before it that no label spans.</param>
/// <param name="StartsSegment">A new part of a name, or a new sentence, begins with it.</param>
internal readonly record struct Word(int From, int To, int SourceFrom, int SourceTo, bool StartsPhrase, bool StartsSegment);

/// <summary>
/// A text as words, and squeezed: lower case, without spaces, hyphens, apostrophes and marks, so that "Body-Balance",
/// "BodyBalance™" and "body balance" are the same letters. Words remember where they stand in both.
/// </summary>
internal sealed class WordText
{
    private readonly string _source;
    private readonly StringBuilder _squeezed;
    private readonly List<Word> _words = [];

    internal WordText(string source)
    {
        _source = source;
        _squeezed = new StringBuilder(source.Length);
        Read();
        Squeezed = _squeezed.ToString();
    }

    internal string Squeezed { get; }

    internal IReadOnlyList<Word> Words => _words;

    internal ReadOnlySpan<char> this[int word] => Between(word, word);

    /// <summary>The letters of some words, squeezed.</summary>
    internal ReadOnlySpan<char> Between(int first, int last) => Squeezed.AsSpan(_words[first].From, _words[last].To - _words[first].From);

    /// <summary>The words as written.</summary>
    internal string Source(int first, int last) => _source[_words[first].SourceFrom.._words[last].SourceTo];

    private void Read()
    {
        var (startsPhrase, startsSegment) = (true, true);
        for (var at = 0; at < _source.Length;)
        {
            var from = _squeezed.Length;
            var end = Letters.IsPart(_source[at]) ? ReadWord(at) : ReadSign(at);
            if (_squeezed.Length > from)
            {
                _words.Add(new Word(from, _squeezed.Length, at, end, startsPhrase, startsSegment));
                (startsPhrase, startsSegment) = (false, false);
            }
            else
            {
                startsSegment |= IsSegmentBreak(at);
                startsPhrase |= startsSegment || _source[at] is ',' or '(' or ')' or '[' or ']' or '"' or '*';
            }

            at = end;
        }
    }

    /// <summary>Letters, or digits, up to where the other begin; "L.B.T." is one word.</summary>
    private int ReadWord(int at)
    {
        var isNumber = char.IsDigit(_source[at]);
        var begin = at;
        for (; at < _source.Length; at++)
        {
            var letter = _source[at];
            if (Letters.IsPart(letter) && char.IsDigit(letter) == isNumber)
            {
                _squeezed.Append(Letters.Fold(letter));
            }
            else if (!Letters.IsDropped(letter) && !IsInnerDot(begin, at))
            {
                break;
            }
        }

        return at;
    }

    private bool IsInnerDot(int begin, int at) =>
        _source[at] == '.' && char.IsLetter(_source[at - 1]) && (at - 1 == begin || _source[at - 2] == '.');

    private int ReadSign(int at)
    {
        var isBetweenSpaces = IsSpace(at - 1) && IsSpace(at + 1);
        if (_source[at] == '&' || (_source[at] == '+' && isBetweenSpaces))
        {
            _squeezed.Append("and");
        }
        else if (_source[at] == '@')
        {
            _squeezed.Append("at");
        }

        return at + 1;
    }

    /// <summary>A dash between spaces parts a name; a hyphen does not.</summary>
    private bool IsSegmentBreak(int at) => _source[at] switch
    {
        '.' or ';' or ':' or '!' or '?' or '|' or '\n' or '•' => true,
        '-' or '–' or '—' => IsSpace(at - 1) || IsSpace(at + 1),
        _ => false,
    };

    private bool IsSpace(int at) => at < 0 || at >= _source.Length || char.IsWhiteSpace(_source[at]);
}
