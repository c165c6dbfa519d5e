using System.Security.Cryptography;
using System.Text;
using OpenActive.Vocabulary;
using Signposting.Suitability.CodeLists;
using Signposting.Suitability.Conditions;
using Signposting.Suitability.Profiles;
using Signposting.Suitability.Reading;
using Signposting.Suitability.Records;
using Signposting.Suitability.Sources;
using Signposting.Suitability.Verdicts;

namespace Signposting.Suitability;

/// <summary>
/// The rules: which activities suit which conditions, and why. Immutable and safe to share between threads.
/// No clinician has reviewed them until <see cref="Review"/> says so.
/// </summary>
public sealed class Rules
{
    private readonly Judge _judge;
    private readonly Assessor _assessor;
    private readonly RecordReader _records;

    private Rules(RuleBook book, string version, IReadOnlyList<CodeListEntry> codes, IReadOnlyList<CodeListProblem> problems, bool requireReviewed)
    {
        Book = book;
        Version = version;
        CodeListProblems = problems;
        Conditions = new ConditionList(book.Conditions, codes, requireReviewed, book.SharedReview);
        StopForAnybody = SaidByAll([.. book.Conditions.Where(condition => condition.NoActivities is null).Select(condition => condition.Stop)]);
        _judge = new Judge(book);
        _assessor = new Assessor(book, _judge, book.Sources.First(source => source.Key == SourceShelf.TheRecordKey));
        _records = new RecordReader(book.Activities, book.Profiles, book.Words);
    }

    /// <summary><c>sha256:</c> and a hash of rules, profiles, activities and code lists, in lower-case hex.</summary>
    public string Version { get; }

    /// <summary>Reviewed only when every condition, and all that they share, is.</summary>
    public Review Review => Book.Conditions.Select(condition => condition.Review).Prepend(Book.SharedReview).FirstOrDefault(review => !review.IsReviewed) ?? Book.SharedReview;

    /// <summary>The conditions, and the way from a key or a code to them.</summary>
    public ConditionList Conditions { get; }

    /// <summary>The profile of every activity.</summary>
    public ProfileBook Profiles => Book.Profiles;

    /// <summary>Codes to write back to a patient's record.</summary>
    public IReadOnlyList<RecordCode> RecordCodes => Book.RecordCodes;

    /// <summary>When anybody has to stop and get help, whatever their conditions: what every condition says.</summary>
    public IReadOnlyList<Statement> StopForAnybody { get; }

    /// <summary>What is wrong with the code lists. With an error among them an answer could be wrong: do not serve.</summary>
    public IReadOnlyList<CodeListProblem> CodeListProblems { get; }

    internal RuleBook Book { get; }

    internal Judge Judge => _judge;

    /// <summary>Loads the rules that are part of this library. Takes about a tenth of a second: do it once.</summary>
    public static Rules Load(RulesOptions? options = null)
    {
        var reading = Read(RuleFile.Embedded(), options);
        return reading.Rules ?? throw new InvalidOperationException("The embedded rules are broken, which their build should have refused: " + reading.Problems[0]);
    }

    /// <summary>Reads rules from files, or says everything that is wrong with them.</summary>
    public static RulesReading Read(IReadOnlyList<RuleFile> files, RulesOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(files);
        options ??= new RulesOptions();
        var reader = new RuleBookReader();
        if (reader.Read(files) is not { } book)
        {
            return new RulesReading(null, reader.Problems);
        }

        var codes = new CodeListReader(book.Conditions);
        foreach (var list in options.CodeLists)
        {
            codes.Read(list);
        }

        var entries = codes.Entries;
        return new RulesReading(new Rules(book, Hash(files, book.Activities, entries), entries, codes.Problems, options.RequireReviewed), []);
    }

    /// <summary>Reads what a record says. Do it once for each version of a record and of the rules, and keep the key.</summary>
    /// <param name="record">What is published.</param>
    /// <param name="published">
    /// The activity list in use. An activity that it has and the rules do not know is judged by what stands above it there,
    /// the most cautious of them, and never recommended. Null: the list that the rules were written for.
    /// </param>
    public RecordKey Read(RecordWords record, ActivityList? published = null)
    {
        ArgumentNullException.ThrowIfNull(record);
        return _records.Read(record, published ?? Book.Activities);
    }

    /// <summary>The key with this text, from the same <see cref="Version"/>; null when the text is no key.</summary>
    public RecordKey? ParseKey(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _records.Parse(text);
    }

    /// <summary>The key of a record that has this activity and says nothing else. Takes a canonical id; one that neither the rules nor the published list know is unknown.</summary>
    public RecordKey KeyOf(string activityId, ActivityList? published = null)
    {
        ArgumentNullException.ThrowIfNull(activityId);
        return Read(new RecordWords { Activities = [activityId] }, published);
    }

    /// <summary>The verdict alone, from a table.</summary>
    public Verdict VerdictOf(RecordKey record, ConditionSet conditions)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(conditions);
        return _judge.Of(record, conditions);
    }

    /// <summary>The verdict with its reasons and cautions.</summary>
    public Assessment Assess(RecordKey record, ConditionSet conditions)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(conditions);
        return _assessor.Assess(record, conditions);
    }

    /// <summary>
    /// Activities by verdict, to push down to a store. Records whose words move their activity stand in another tier than
    /// their activity does: <see cref="VerdictOf(RecordKey, ConditionSet)"/> of the kept keys is exact.
    /// </summary>
    public ActivitySets ActivitySets(ConditionSet conditions)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        var sets = Array.ConvertAll(Enum.GetValues<Verdict>(), _ => new HashSet<string>(StringComparer.Ordinal));
        if (conditions.NoActivities is null)
        {
            foreach (var (index, activity) in Book.Profiles.Activities.Index())
            {
                sets[(int)_judge.Of(index, conditions)].Add(activity.Id);
            }
        }

        return new ActivitySets(sets);
    }

    private static IReadOnlyList<Statement> SaidByAll(IReadOnlyList<IReadOnlyList<Statement>> lists) =>
        lists.Count == 0 ? [] : [.. lists[0].Where(statement => lists.All(list => list.Contains(statement)))];

    private static string Hash(IReadOnlyList<RuleFile> files, ActivityList activities, IReadOnlyList<CodeListEntry> codes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Append(string text) => hash.AppendData(Encoding.UTF8.GetBytes(text + "\0"));
        Append(activities.Version);
        foreach (var file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            Append(file.Path);
            Append(file.Text);
        }

        foreach (var entry in codes)
        {
            Append(entry.Code);
            Append(entry.Condition);
        }

        return "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>Rules, or why there are none.</summary>
/// <param name="Rules">Null when there are problems.</param>
/// <param name="Problems">Everything that is wrong.</param>
public sealed record RulesReading(Rules? Rules, IReadOnlyList<RuleProblem> Problems);
