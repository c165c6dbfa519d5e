using System.Globalization;
using System.Text.RegularExpressions;
using Signposting.Api.Opportunities;
using Signposting.Api.SearchPage.Results;

namespace Signposting.Api.SearchPage.Searching;

/// <summary>What people type among conditions that is none: money, travel, whom it is for. Each leads to a filter that does it.</summary>
internal static partial class WordHints
{
    private const string AgeField = "age";
    private const int OldestAge = 120;
    private const decimal WeeksInMonth = 4;

    private static readonly Dictionary<string, decimal> Spelt = new(StringComparer.OrdinalIgnoreCase)
    {
        ["five"] = 5, ["ten"] = 10, ["fifteen"] = 15, ["twenty"] = 20, ["thirty"] = 30, ["forty"] = 40, ["fifty"] = 50,
    };

    private static readonly (Regex Words, string Choice)[] Choices =
    [
        (Wheelchair(), "wheelchair-true"), (Women(), "women-true"), (Beginner(), "level-beginner"),
        (Indoors(), "setting-indoor"), (Outdoors(), "setting-outdoor"),
        (Mornings(), "time-morning"), (Afternoons(), "time-afternoon"), (Evenings(), "time-evening"),
    ];

    /// <summary>Those in a text between two commas, in its order, and what is left of it.</summary>
    public static IReadOnlyList<WordHint> In(string part, out string rest)
    {
        var found = new List<(int At, WordHint Hint)>();
        var left = part;
        if (Money().Match(left) is { Success: true } money)
            Take(money, OfMoney(money));
        if (Travel().Match(left) is { Success: true } travel)
            Take(travel, new WordHint(travel.Value, "Choose how far they can travel without a car. Each activity’s page has directions by public transport and on foot.") { AsksDistance = true });
        if (AtHome().Match(left) is { Success: true } home)
            Take(home, new WordHint(home.Value, "Among the results choose “Online” to see what can be done at home."));
        if (Age().Match(left) is { Success: true } age && int.TryParse(age.Groups["years"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var years) && years is > 0 and <= OldestAge)
            Take(age, new WordHint(age.Value, "", $"{AgeField}-{years}", $"Open to somebody aged {years}"));
        foreach (var (words, value) in Choices)
        {
            if (words.Match(left) is { Success: true } match)
                Take(match, new WordHint(match.Value, "", value, FilterChoices.Find(value)!.Text));
        }

        rest = left;
        return [.. found.OrderBy(one => one.At).Select(one => one.Hint)];

        void Take(Match match, WordHint hint)
        {
            found.Add((match.Index, hint));
            // As long as before, so that places in the text stay what they are.
            left = string.Concat(left.AsSpan(0, match.Index), ",".PadRight(match.Length), left.AsSpan(match.Index + match.Length));
        }
    }

    /// <summary>Filters with the boxes that were ticked.</summary>
    public static AskedFilters Apply(AskedFilters filters, IEnumerable<string> ticked) => ticked.Aggregate(filters, (left, value) => value.Split('-') is [AgeField, var text]
        ? int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var age) && age is > 0 and <= OldestAge ? left with { Age = age } : left
        : FilterChoices.Find(value)?.Choose(left) ?? left);

    private static WordHint OfMoney(Match match)
    {
        if (!decimal.TryParse(match.Groups["pounds"].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var pounds) && !Spelt.TryGetValue(match.Groups["spelt"].Value, out pounds))
        {
            var least = FilterChoices.Cost[match.Groups["cheap"].Success ? 1 : 0];
            return new WordHint(match.Value, "", FilterChoices.ValueOf(least), least.Text);
        }

        // A month's money, for something once a week.
        var each = match.Groups["month"].Success ? pounds / WeeksInMonth : pounds;
        var choice = FilterChoices.Cost.LastOrDefault(one => decimal.TryParse(one.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most <= each) ?? FilterChoices.Cost[0];
        return new WordHint(match.Value, match.Groups["month"].Success ? $"That is about {Wording.CostWords.Pounds(decimal.Round(each, 2))} for once a week." : "", FilterChoices.ValueOf(choice), choice.Text);
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"(?:£ ?(?<pounds>\d{1,4}(?:\.\d{1,2})?)|\b(?<pounds>\d{1,4}) ?(?:pounds?|quid)\b|\b(?<spelt>five|ten|fifteen|twenty|thirty|forty|fifty) (?:pounds|quid)\b|\b(?:no money|little money|not much money|low income|on benefits|universal credit|can(?:no|'|’)?t afford (?:it|much)|skint|hard up|for free|free only|free of charge)\b|^ ?free ?$|(?<cheap>\b(?:cheap|inexpensive|low[- ]cost|(?:tight|small) budget)\b))(?<month>(?: ?/ ?| a | per | each | every )(?:month|mth|calendar month))?(?: a (?:week|session|time)| per (?:week|session))?", Options)]
    private static partial Regex Money();

    [GeneratedRegex(@"\b(?:(?:has |have |got |with )?no (?:car|transport|lift)|without (?:a )?car|(?:does|do) ?n[o'’]?t drive|doesn[’']?t drive|can(?:not| not|'t|’t|t) drive|no longer drives?|non[- ]?driver|(?:by|on the|takes the|uses the|needs a) bus|walking distance|on foot)\b", Options)]
    private static partial Regex Travel();

    [GeneratedRegex(@"\b(?:online|on line|at home|from home|housebound)\b", Options)]
    private static partial Regex AtHome();

    [GeneratedRegex(@"\b(?:aged? (?<years>\d{1,3})|(?:lady|woman|gentleman|man|person|client|patient) of (?<years>\d{2})|(?<years>\d{1,3})[- ]?(?:years?[- ]?old|yrs?[- ]?old|yo)|in (?:her|his|their) (?<years>[2-9]0)s)\b", Options)]
    private static partial Regex Age();

    [GeneratedRegex(@"\b(?:wheel ?chair(?: user| accessible)?)\b", Options)]
    private static partial Regex Wheelchair();

    [GeneratedRegex(@"\b(?:(?:women|woman|ladies|female)[- ]only|only (?:women|ladies))\b", Options)]
    private static partial Regex Women();

    [GeneratedRegex(@"\b(?:(?:complete |absolute )?beginners?|never done (?:any )?(?:sport|exercise)|first time)\b", Options)]
    private static partial Regex Beginner();

    [GeneratedRegex(@"\b(?:indoors?)\b", Options)]
    private static partial Regex Indoors();

    [GeneratedRegex(@"\b(?:outdoors?|outside|fresh air)\b", Options)]
    private static partial Regex Outdoors();

    [GeneratedRegex(@"\b(?:(?:in the )?mornings?)\b", Options)]
    private static partial Regex Mornings();

    [GeneratedRegex(@"\b(?:(?:in the )?afternoons?)\b", Options)]
    private static partial Regex Afternoons();

    [GeneratedRegex(@"\b(?:(?:in the )?evenings?|after work)\b", Options)]
    private static partial Regex Evenings();
}
