namespace OpenActive.Vocabulary;

/// <summary>Decides by the words around a match whether it is evidence of an activity.</summary>
internal sealed class MatchContext(WordText text, IReadOnlyList<Match> matches)
{
    /// <summary>"Walking Street Community Centre": how far behind a label the word may stand that makes a venue of it.</summary>
    private const int VenueReach = 3;

    private const int NegationReach = 4;

    internal IReadOnlyList<Match> Matches => matches;

    internal bool IsEvidenceInName(Match match) =>
        match.Phrase.Rule != PhraseRule.Mask
        && !IsNegated(match)
        && !IsVenue(match)
        && !IsWhere(match)
        && (match.Phrase.Rule != PhraseRule.Weak || IsBesideClassWord(match) || IsAlone(match));

    internal bool IsEvidenceInSentence(Match match) => match.Phrase.Rule == PhraseRule.Plain && !IsNegated(match) && !IsVenue(match);

    /// <summary>"Gym and Swim": what an "and" joins is a second activity, not the place of the first.</summary>
    internal bool IsJoined(Match match) => Is(match.Last + 1, "and") || Is(match.First - 1, "and");

    /// <summary>"no dancing", "no karate or judo", "not suitable for swimming"; but "not just yoga", "why not try yoga".</summary>
    private bool IsNegated(Match match)
    {
        for (var back = 1; back <= NegationReach; back++)
        {
            var at = match.First - back;
            if (at < 0 || text.Words[at + 1].StartsSegment)
            {
                return false;
            }

            var word = text[at];
            if (ContextWords.DirectNegators.Contains(word))
            {
                return back == 1 || (back == 3 && ContextWords.Joiners.Contains(text[at + 2]));
            }

            if (ContextWords.Negators.Contains(word))
            {
                return !Is(at - 1, "why") && !ContextWords.NotExclusive.Contains(text[at + 1]);
            }
        }

        return false;
    }

    /// <summary>A word behind it makes it a street, a hall, a pub; "in", "at" or "for" ends the name of the venue.</summary>
    private bool IsVenue(Match match)
    {
        for (var at = match.Last + 1; at <= match.Last + VenueReach && at < text.Words.Count; at++)
        {
            if (text.Words[at].StartsPhrase || ContextWords.Prepositions.Contains(text[at]))
            {
                return false;
            }

            if (ContextWords.Venues.Contains(text[at]) && !(Is(at, "hall") && ContextWords.PlainHalls.Contains(text[at - 1])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Yoga at the Squash Club": behind "at" stands where, when something stands before it.</summary>
    private bool IsWhere(Match match)
    {
        for (var at = match.First - 1; at > 0 && !text.Words[at + 1].StartsSegment; at--)
        {
            if (ContextWords.Where.Contains(text[at]))
            {
                return matches.Any(other => other.Last < at && other.Phrase.Rule is PhraseRule.Plain or PhraseRule.Name);
            }
        }

        return false;
    }

    private bool IsBesideClassWord(Match match) =>
        (match.Last + 1 < text.Words.Count && !text.Words[match.Last + 1].StartsPhrase && ContextWords.Classes.Contains(text[match.Last + 1]))
        || (match.First > 0 && !text.Words[match.First].StartsPhrase && ContextWords.ClassesBefore.Contains(text[match.First - 1]));

    /// <summary>All else in its part of the name are levels, ages, times, people, or other activities.</summary>
    private bool IsAlone(Match match)
    {
        var first = match.First;
        while (!text.Words[first].StartsSegment)
        {
            first--;
        }

        for (var at = first; at < text.Words.Count && (at == first || !text.Words[at].StartsSegment); at++)
        {
            if (!IsNeutral(at))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsNeutral(int at) =>
        char.IsDigit(text[at][0])
        || ContextWords.Neutral.Contains(text[at])
        || Is(at - 1, "with")
        || matches.Any(match => match.First <= at && at <= match.Last && match.Phrase.Rule != PhraseRule.Mask);

    private bool Is(int at, string word) => at >= 0 && at < text.Words.Count && text[at].SequenceEqual(word);
}
