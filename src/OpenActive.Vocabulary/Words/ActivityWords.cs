namespace OpenActive.Vocabulary;

/// <summary>
/// Finds the activities that a name or a description speaks of: labels of the activity list, their usual variants, and
/// how timetables name them (<c>words.csv</c>). The longest match counts; what is negated ("no dancing"), part of a
/// venue's name ("Walking Street") or an ordinary word where it stands is none. Immutable and safe to share between threads.
/// </summary>
public sealed class ActivityWords
{
    /// <summary>Of a description only the beginning is read: further on it speaks of what else there is at the venue.</summary>
    private const int DescriptionLength = 600;

    private const int NameLength = 300;

    private readonly ActivityList _list;
    private readonly PhraseBook _phrases;

    internal ActivityWords(ActivityList list)
    {
        _list = list;
        _phrases = new PhraseBook(list);
    }

    /// <summary>The activities that a name states, in its order; none when it states none.</summary>
    public IReadOnlyList<InferredActivity> InName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var text = new WordText(name.Length > NameLength ? name[..NameLength] : name);
        var context = new MatchContext(text, _phrases.Scan(text));
        var kept = context.Matches.Where(match => context.IsEvidenceInName(match)).ToList();
        if (kept.Exists(match => match.Phrase.Rule != PhraseRule.Otherwise))
        {
            kept.RemoveAll(match => match.Phrase.Rule == PhraseRule.Otherwise && !context.IsJoined(match));
        }

        return WithoutBroader(kept.SelectMany(match => Read(match, text)));
    }

    /// <summary>The one activity that a description speaks of most, by words that are no ordinary words; null when there is none.</summary>
    public InferredActivity? InDescription(string description)
    {
        ArgumentNullException.ThrowIfNull(description);
        var text = new WordText(description.Length > DescriptionLength ? description[..DescriptionLength] : description);
        var context = new MatchContext(text, _phrases.Scan(text));
        return context.Matches
            .Where(match => context.IsEvidenceInSentence(match))
            .SelectMany(match => Read(match, text))
            .GroupBy(found => found.Concept.Id)
            .OrderByDescending(group => group.Count())
            .FirstOrDefault()?.First();
    }

    /// <summary>Of labels that are spelt alike when spaces are left out ("Cross Fit", "Crossfit"), the one that is written.</summary>
    private IEnumerable<InferredActivity> Read(Match match, WordText text)
    {
        var words = text.Source(match.First, match.Last);
        var concepts = match.Phrase is { IsAmbiguous: true } && _list.TryGet(words, out var exact) ? [exact] : match.Phrase.Concepts;
        return (match.Phrase.IsAmbiguous ? concepts.Take(1) : concepts).Select(concept => new InferredActivity(concept, words));
    }

    private List<InferredActivity> WithoutBroader(IEnumerable<InferredActivity> found)
    {
        var distinct = found.DistinctBy(activity => activity.Concept.Id).ToList();
        return distinct.FindAll(activity => !distinct.Exists(other =>
            other.Concept.Id != activity.Concept.Id && _list.SelfAndNarrower(activity.Concept.Id).Contains(other.Concept.Id)));
    }
}

/// <summary>An activity that was not published as such.</summary>
/// <param name="Concept">Of the activity list.</param>
/// <param name="Words">The words that say so, as they stand in the text.</param>
public sealed record InferredActivity(Concept Concept, string Words);
