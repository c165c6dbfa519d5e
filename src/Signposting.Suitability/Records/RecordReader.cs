using OpenActive.Vocabulary;
using Signposting.Suitability.Profiles;

namespace Signposting.Suitability.Records;

/// <summary>Makes the key of a record: the most telling of its activities, and the words that move their profiles.</summary>
internal sealed class RecordReader(ActivityList activities, ProfileBook profiles, IReadOnlyList<WordRule> words)
{
    /// <summary>More activities than this say little; those that come first in the list are kept.</summary>
    private const int MaxActivities = 8;

    private readonly Dictionary<string, int> _byNotation = profiles.Activities.Index().ToDictionary(pair => NameOf(pair.Item), pair => pair.Index, StringComparer.Ordinal);

    private readonly ulong _newer = words.Single(word => word.ForNewerActivities).Bit;

    /// <param name="record">What is published.</param>
    /// <param name="published">The activity list in use, which may be newer than the rules.</param>
    internal RecordKey Read(RecordWords record, ActivityList published)
    {
        int[] known = [.. record.Activities.Select(profiles.IndexOf).Where(index => index >= 0).Distinct()];
        string[] others = [.. record.Activities.Where(id => profiles.IndexOf(id) < 0)];
        int[][] above = [.. others.Select(id => KnownAbove(id, published))];
        var unknown = record.Activities.Count == 0 || above.Any(known => known.Length == 0);
        var newer = above.Any(known => known.Length > 0) ? _newer : 0;
        return KeyOf([.. MostTelling(known), .. above.SelectMany(known => known)], unknown, WordsOf(record) | newer);
    }

    /// <summary>The activities nearest above, on every way up, that the rules know; none where the published list does not have it either.</summary>
    private int[] KnownAbove(string id, ActivityList published)
    {
        var found = new HashSet<int>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var next = new Queue<string>([id]);
        while (next.TryDequeue(out var at))
        {
            if (!seen.Add(at))
            {
                continue;
            }

            if (profiles.IndexOf(at) is >= 0 and var known)
            {
                found.Add(known);
                continue;
            }

            foreach (var broader in published.Resolve(at, null)?.Broader ?? [])
            {
                next.Enqueue(broader);
            }
        }

        return [.. found];
    }

    internal RecordKey OfActivity(int activity) => KeyOf([activity], hasUnknown: false, 0);

    /// <summary>Null when the text is no key of these rules.</summary>
    internal RecordKey? Parse(string text)
    {
        var parts = text.Split('|');
        if (parts.Length != 2)
        {
            return null;
        }

        var names = parts[0].Split('+', StringSplitOptions.RemoveEmptyEntries);
        var unknown = names.Contains("?");
        int[] indexes = [.. names.Where(name => name != "?").Select(name => _byNotation.GetValueOrDefault(name, -1))];
        var found = parts[1].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(key => words.FirstOrDefault(word => word.Key == key)).ToArray();
        if (indexes.Contains(-1) || found.Contains(null))
        {
            return null;
        }

        var key = KeyOf(indexes, unknown, found.Aggregate(0UL, (bits, word) => bits | word!.Bit));
        return key.Text == text ? key : null;
    }

    private RecordKey KeyOf(int[] known, bool hasUnknown, ulong found)
    {
        int[] all = [.. known.Distinct().Order()];
        int[] kept = [.. all.Take(MaxActivities)];
        var unknown = hasUnknown || kept.Length < all.Length;
        var names = kept.Select(index => NameOf(profiles.Activities[index])).Concat(unknown ? ["?"] : []);
        var keys = words.Where(word => (found & word.Bit) != 0).Select(word => word.Key);
        return new RecordKey(kept, unknown, found, string.Join('+', names) + "|" + string.Join(',', keys)) { HasNewerActivity = (found & _newer) != 0 };
    }

    /// <summary>"Yoga" beside "Hot Yoga" says nothing more: an activity above another of the same record is left out.</summary>
    private int[] MostTelling(int[] known) =>
    [
        .. known.Where(above => !known.Any(below =>
            below != above && activities.SelfAndNarrower(profiles.Activities[above].Id).Contains(profiles.Activities[below].Id))),
    ];

    private ulong WordsOf(RecordWords record)
    {
        var name = FoldedText.Of(record.Name);
        var description = FoldedText.Of(record.Description);
        ulong found = 0;
        foreach (var word in words)
        {
            if (HasField(word, record) || HasPhrase(word, name, description))
            {
                found |= word.Bit;
            }
        }

        return found;
    }

    private static bool HasPhrase(WordRule word, string name, string description)
    {
        var inName = FoldedText.HoldsAny(name, word.InName) || FoldedText.HoldsAny(name, word.Anywhere);
        var inDescription = FoldedText.HoldsAny(description, word.Anywhere);
        if (!inName && !inDescription)
        {
            return false;
        }

        var cleared = FoldedText.Without(name, word.Not);
        return FoldedText.HoldsAny(cleared, word.InName)
            || FoldedText.HoldsAny(cleared, word.Anywhere)
            || FoldedText.HoldsAny(FoldedText.Without(description, word.Not), word.Anywhere);
    }

    private static bool HasField(WordRule word, RecordWords record) =>
        (word.ForBeginners is { } forBeginners && record.Levels.Count > 0 && record.Levels.Any(IsBeginner) == forBeginners)
        || (word.Coached is { } coached && record.Coached == coached)
        || (word.AgesFrom is { } from && record.AgeFrom >= from)
        || (word.AgesTo is { } to && record.AgeTo <= to);

    private static bool IsBeginner(string level) => level.Contains("beginner", StringComparison.OrdinalIgnoreCase);

    private static string NameOf(Concept concept) => concept.Notation ?? concept.Identifier;
}
