using System.Globalization;
using System.Numerics;
using Signposting.Suitability.Records;

namespace Signposting.Suitability.Reading;

/// <summary>Reads <c>words.yaml</c>.</summary>
internal sealed class WordReader(SourceShelf sources)
{
    private const int Most = 64;

    private readonly List<WordRule> _words = [];

    internal IReadOnlyList<WordRule> Words => _words;

    /// <summary>Words that no recommendation stands beside: the source never meant such a class.</summary>
    internal ulong NeverRecommended { get; private set; }

    /// <summary>The word for activities newer than the rules. What stands above them by name speaks against them, never for them.</summary>
    internal ulong Newer { get; private set; }

    internal void Read(MapReader file, Func<MapReader, string, ulong> conditionBits)
    {
        foreach (var map in file.Maps("words"))
        {
            var word = ReadOne(map, conditionBits);
            if (_words.Count == Most)
            {
                map.Report($"There are more than {Most} words.");
                return;
            }

            if (_words.Any(known => known.Key == word.Key))
            {
                map.Report($"There are two words \"{word.Key}\".");
            }

            var bit = 1UL << _words.Count;
            _words.Add(word with { Bit = bit });
            Newer |= word.ForNewerActivities ? bit : 0;
            NeverRecommended |= YesOrNo(map, "never-recommended") == true ? bit : 0;
            map.End();
        }

        if (BitOperations.PopCount(Newer) != 1 || (Newer & NeverRecommended) == 0)
        {
            file.Report("One word has to be \"for-newer-activities\", and \"never-recommended\".");
        }
    }

    /// <summary>A bit for each word that a rule names.</summary>
    internal ulong BitsOf(MapReader map, string name)
    {
        ulong bits = 0;
        foreach (var key in map.Texts(name))
        {
            if (_words.Find(word => word.Key == key) is { } word)
            {
                bits |= word.Bit;
            }
            else
            {
                map.Report($"words.yaml has no \"{key}\".");
            }
        }

        return bits;
    }

    private WordRule ReadOne(MapReader map, Func<MapReader, string, ulong> conditionBits) => new()
    {
        Key = map.Text("key"),
        Bit = 0,
        ForNewerActivities = YesOrNo(map, "for-newer-activities") == true,
        InName = Phrases(map, "name"),
        Anywhere = Phrases(map, "anywhere"),
        Not = Phrases(map, "not"),
        ForBeginners = YesOrNo(map, "for-beginners"),
        Coached = YesOrNo(map, "coached"),
        AgesFrom = Years(map, "ages-from"),
        AgesTo = Years(map, "ages-to"),
        Requires = FacetReading.ReadTest(map.MapOrNull("requires")),
        Raise = FacetReading.ReadLevels(map.MapOrNull("raise")),
        Lower = FacetReading.ReadLevels(map.MapOrNull("lower")),
        Set = FacetReading.ReadLevels(map.MapOrNull("set")),
        ByReferral = map.TextOrNull("entry") is { } entry && IsByReferral(map, entry),
        For = conditionBits(map, "for"),
        Because = map.Text("because"),
        Source = sources.Of(map),
    };

    private static IReadOnlyList<string> Phrases(MapReader map, string name) => [.. map.Texts(name).Select(FoldedText.Of)];

    private static bool? YesOrNo(MapReader map, string name)
    {
        switch (map.TextOrNull(name))
        {
            case null: return null;
            case "yes": return true;
            case "no": return false;
            case var other:
                map.Report($"\"{name}\" is yes or no, not \"{other}\".");
                return null;
        }
    }

    private static int? Years(MapReader map, string name)
    {
        if (map.TextOrNull(name) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var years))
        {
            return years;
        }

        map.Report($"\"{name}\" is a number of years, not \"{text}\".");
        return null;
    }

    internal static bool IsByReferral(MapReader map, string entry)
    {
        if (entry is not ("open" or "by-referral"))
        {
            map.Report($"The entry cannot be \"{entry}\": it is open or by-referral.");
        }

        return entry == "by-referral";
    }
}
