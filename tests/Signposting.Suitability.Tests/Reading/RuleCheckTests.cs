using Signposting.Suitability.CommandLine;
using Signposting.Suitability.Reading;
using Signposting.Suitability.Tests.Support;

namespace Signposting.Suitability.Tests.Reading;

/// <summary>What stops the build.</summary>
public sealed class RuleCheckTests
{
    private const string Falls = "conditions/falls.yaml";

    [Theory]
    [InlineData(Falls, "activities: [Tai Chi]", "activities: [Tai-Chi]", "The activity list has no \"Tai-Chi\"; it has \"Tai Chi\"")]
    [InlineData(Falls, "activities: [Tai Chi]", "branches: [Tai Chi]", "recommends a whole branch")]
    [InlineData(Falls, "activities: [Tai Chi]", "activities: [Tai Chi]\n    except: [Tai Chi]", "applies to no activity")]
    [InlineData(Falls, "activities: [Tai Chi]", "activities: [Tai Chi]\n    when: {heat: hot}", "applies to no activity")]
    [InlineData(Falls, "activities: [Tai Chi]", "when: {falls: low}", "recommends without naming activities")]
    [InlineData(Falls, "activities: [Tai Chi]", "activities: [Zzqqxxvv]", "The activity list has no \"Zzqqxxvv\".")]
    [InlineData(Falls, "    verdict: not-advised\n    because: \"Others", "    because: \"Others", "The rule \"contact\" says nothing: it needs a verdict or a caution")]
    [InlineData(Falls, "look-for:\n", "look-for: {a: b}\nlook:\n", "\"look-for\" has to be a list of texts")]
    [InlineData(Falls, "review: {status: draft}", "review: draft", "\"review\" has to be a mapping")]
    [InlineData(Falls, "review: {status: draft}", "review: {status: draft, role: GP}", "A review is {status: draft}, or {status: reviewed, role: …, date: yyyy-MM-dd}.")]
    [InlineData(Falls, "review: {status: draft}", "review: {status: reviewed, role: GP}", "A review is {status: draft}")]
    [InlineData(Falls, "review: {status: draft}", "review: {status: reviewed, date: 2026-01-02}", "A review is {status: draft}")]
    [InlineData(Falls, "review: {status: draft}", "review: {status: reviewed, role: GP, date: 02/01/2026}", "A review is {status: draft}")]
    [InlineData(Falls, "review: {status: draft}", "review: {status: draft, by: GP}", "\"by\" is not known here")]
    [InlineData(Falls, "codes:\n", "codes: [a]\ncodez:\n", "\"codes\" has to be a list of mappings")]
    [InlineData(Falls, "code: \"161898004\"", "code: \"161898004\", system: x", "\"system\" is not known here")]
    [InlineData(Falls, "\nsummary:", "\nsumary: x\nsummary:", "\"sumary\" is not known here")]
    [InlineData(Falls, "otherwise: {verdict: suitable,", "otherwise: {verdict: suitable, when: x,", "\"when\" is not known here")]
    [InlineData(Falls, "otherwise: {verdict: suitable,", "otherwise: {verdict: fine,", "\"otherwise\" needs a verdict, and it cannot be recommended")]
    [InlineData(Falls, ", source: nice-ng249}", ", source: nice-ng249, page: 3}", "\"page\" is not known here")]
    [InlineData(Falls, "when: {heat: hot}", "when: [hot]", "\"when\" has to be a mapping")]
    [InlineData(Falls, "activities: [Tai Chi]", "activitys: [Tai Chi]", "\"activitys\" is not known here")]
    [InlineData(Falls, "activities: [Tai Chi]", "activities: {a: b}", "has to be a list of texts")]
    [InlineData(Falls, "code: \"161898004\"", "code: \"161898005\"", "is no SNOMED CT concept: its last digit")]
    [InlineData(Falls, "code: \"161898004\"", "code: \"44054006\"", "conditions/type-2-diabetes.yaml(1,1): error RULES: The code 44054006 comes twice: falls and type-2-diabetes.")]
    [InlineData(Falls, "\n    source: nice-ng249", "", "A claim without a source")]
    [InlineData(Falls, ", source: nice-ng249}", "}", "A claim without a source")]
    [InlineData(Falls, "source: nice-ng249", "source: nice-ng250", "The source \"nice-ng250\" is not in sources.yaml")]
    [InlineData(Falls, "source: nice-ng249", "source: general-knowledge", "recommends on general knowledge alone")]
    [InlineData(Falls, "verdict: recommended", "verdict: fine", "The verdict cannot be \"fine\"")]
    [InlineData(Falls, "verdict: suitable", "verdict: recommended", "it cannot be recommended")]
    [InlineData(Falls, "when: {heat: hot}", "when: {heat: boiling}", "\"heat\" cannot be \"boiling\": it is one of none, warm, hot")]
    [InlineData(Falls, "when: {heat: hot}", "when: {warmth: hot}", "\"warmth\" is nothing that a profile says; it says: intensity, intervals, impact, contact,")]
    [InlineData(Falls, "id: contact", "id: tai-chi", "Two rules are called \"tai-chi\"")]
    [InlineData(Falls, "key: falls", "key: fallen", "has to be called fallen.yaml")]
    [InlineData(Falls, "key: falls", "key: Falls", "lower-case letters, digits and hyphens only")]
    [InlineData(Falls, "name: Falls risk", "name: \" \"", "\"name\" has to be a text that is not empty")]
    [InlineData(Falls, "name: Falls risk\n", "", "\"name\" is missing")]
    [InlineData(Falls, "includes: [build-up, unsteady]", "includes: [wobbly]", "has no rule set \"wobbly\"")]
    [InlineData(Falls, "otherwise: {", "no-activities: {text: No., source: nice-ng249}\notherwise2: {", "A condition with \"no-activities\" has no rules")]
    [InlineData("conditions/frailty.yaml", "words: [not-coached]", "words: [uncoached]", "words.yaml has no \"uncoached\"")]
    [InlineData("conditions/type-1-diabetes.yaml", "something sugary.\", source: general-knowledge", "something sugary.\", source: nice-ng28", "The same words have two sources")]
    [InlineData("profiles/water.yaml", "activity: Swimming,", "activity: Swiming,", "The activity list has no \"Swiming\"; it has \"Swimming\"")]
    [InlineData("profiles/water.yaml", "activity: Swimming, like: swim", "activity: Swimming, met: 5", "stands at the top of the activity list")]
    [InlineData("profiles/water.yaml", "like: swim}", "like: swum}", "There is no kind \"swum\"")]
    [InlineData("profiles/water.yaml", "activity: Aqua Park", "activity: Swimfit", "There are two profiles of \"Swimfit\"")]
    [InlineData("profiles/water.yaml", "met: 4.8", "met: fast", "\"fast\" is no MET value")]
    [InlineData("profiles/water.yaml", "code: \"18255\"", "code: \"1825\"", "is no code of the Compendium")]
    [InlineData("profiles/kinds.yaml", "met: 5.8, code: \"18240\", intervals: no,", "met: 5.8, code: \"18240\",", "The kind \"swim\" has to say everything; it does not say: intervals")]
    [InlineData("profiles/kinds.yaml", "  swim:", "  drift: {met: 2}\n  swim:", "The kind \"drift\" has to say everything")]
    [InlineData("words.yaml", "key: gentle", "key: seated", "There are two words \"seated\"")]
    [InlineData("words.yaml", "for-newer-activities: yes", "for-newer-activities: no", "One word has to be \"for-newer-activities\"")]
    [InlineData("words.yaml", "for-newer-activities: yes\n    never-recommended: yes", "for-newer-activities: yes", "One word has to be \"for-newer-activities\"")]
    [InlineData("words.yaml", "coached: yes", "coached: maybe", "is yes or no, not \"maybe\"")]
    [InlineData("words.yaml", "ages-from: 50", "ages-from: fifty", "is a number of years")]
    [InlineData("words.yaml", "entry: by-referral", "entry: by-invitation", "it is open or by-referral")]
    [InlineData("words.yaml", "for: [cancer]", "for: [cancers]", "There is no condition \"cancers\"")]
    [InlineData("audiences.yaml", "audience: pulmonary", "audience: lungs", "There is no audience \"lungs\": it is one of pregnancy, postnatal, cardiac, pulmonary, sight-loss, deaf, children.")]
    [InlineData("audiences.yaml", "audience: pulmonary", "audience: anyone", "There is no audience \"anyone\"")]
    [InlineData("audiences.yaml", "entry: by-referral", "entry: by-referral\n    door: left", "\"door\" is not known here")]
    [InlineData("conditions/frailty.yaml", "words: [not-coached]", "words: [not-coached]\n    activities: []", "The rule \"nobody-leads\" applies to no activity")]
    [InlineData("profiles/water.yaml", "met: 4.8, code", "code", "\"code\" is that of a MET value: add \"met\"")]
    [InlineData("profiles/water.yaml", "met: 4.8", "met: 0.9", "\"0.9\" is no MET value from 1 to 20")]
    [InlineData("profiles/water.yaml", "met: 4.8", "met: 20.1", "\"20.1\" is no MET value from 1 to 20")]
    [InlineData("profiles/water.yaml", "met: 4.8", "met: NaN", "\"NaN\" is no MET value from 1 to 20")]
    [InlineData("profiles/water.yaml", "code: \"18255\"", "code: \"1825x\"", "\"1825x\" is no code of the Compendium: five digits")]
    [InlineData("profiles/kinds.yaml", "  swim:", "  drift: {met: 5.8, code: \"18240\", intervals: no, impact: none, contact: none, falls: low, ground: even, flexion: low, straining: none, lying: no, water: pool, heat: none, cold: no, height: no, seated: no, balance: no, strength: yes, aerobic: yes, flexibility: no, social: no, outdoors: no, equipment: none, audience: anyone, exercise: yes}\n  swim:", "No activity is like the kind \"drift\".")]
    [InlineData("words.yaml", "key: gentle", "key: gentle\n    loud: yes", "\"loud\" is not known here")]
    [InlineData("words.yaml", "seated: only}", "seated: never}", "\"seated\" cannot be \"never\": it is one of only, option, no")]
    [InlineData("record-codes.yaml", "use: gppaq-index,", "use: gppaq-index, colour: red,", "\"colour\" is not known here")]
    [InlineData("sources.yaml", "year: 2025", "year: 1900", "\"1900\" is no year")]
    [InlineData("sources.yaml", "year: 2025", "year: 2100", "\"2100\" is no year")]
    [InlineData("sources.yaml", "year: 2025", "year: 99999999999", "\"99999999999\" is no year")]
    [InlineData("sources.yaml", "statement: Exercise that trains strength and balance.", "statement: Exercise that trains strength and balance.\n    colour: red", "\"colour\" is not known here")]
    [InlineData("everybody.yaml", "stop:\n", "colour: red\nstop:\n", "\"colour\" is not known here")]
    [InlineData("sources.yaml", "basis: consensus", "basis: agreement", "The basis cannot be \"agreement\"")]
    [InlineData("sources.yaml", "year: 2025", "year: soon", "\"soon\" is no year")]
    [InlineData("sources.yaml", "url: https://www.nice.org.uk/guidance/ng249", "url: javascript:alert(1)", "no address that starts with https://")]
    [InlineData("sources.yaml", "key: the-record", "key: a-record", "The source \"the-record\" has to be there")]
    [InlineData("sources.yaml", "key: nice-qs9", "key: nice-ng249", "There are two sources \"nice-ng249\"")]
    [InlineData("record-codes.yaml", "390893007", "390893008", "is no SNOMED CT concept")]
    public void A_slip_in_a_rule_file_is_refused_in_a_sentence(string file, string old, string replacement, string sentence) =>
        Assert.Contains(sentence, Files.ProblemsOf(Files.With(file, old, replacement)), StringComparison.Ordinal);

    [Theory]
    [InlineData("sources.yaml")]
    [InlineData("words.yaml")]
    [InlineData("everybody.yaml")]
    [InlineData("audiences.yaml")]
    [InlineData("record-codes.yaml")]
    [InlineData("profiles/kinds.yaml")]
    public void A_missing_file_is_named(string file) =>
        Assert.Contains($"{file}(1,1): error RULES: The file is missing.", Files.ProblemsOf(Files.Without(file)), StringComparison.Ordinal);

    [Fact]
    public void Of_a_file_that_cannot_be_read_only_the_cause_is_told() =>
        Assert.DoesNotContain("\n", Files.ProblemsOf(Files.WithText("everybody.yaml", "rules: [")), StringComparison.Ordinal);

    [Fact]
    public void A_missing_file_is_named_once() =>
        Assert.Single(Files.ProblemsOf(Files.Without("everybody.yaml")).Split('\n'), problem => problem.Contains("is missing", StringComparison.Ordinal) && problem.StartsWith("everybody", StringComparison.Ordinal) && problem.Contains("file", StringComparison.Ordinal));

    [Fact]
    public void A_way_in_may_be_open_in_so_many_words() =>
        Assert.Empty(Rules.Read(Files.With("words.yaml", "entry: by-referral", "entry: open")).Problems);

    [Fact]
    public void More_than_64_conditions_are_refused()
    {
        RuleFile[] files = [.. RuleFile.Embedded(), .. Enumerable.Range(0, 25).Select(number => new RuleFile($"conditions/z{number}.yaml", $"key: z{number}\n"))];

        Assert.Equal("conditions(1,1): error RULES: There are more than 64 conditions.", Files.ProblemsOf(files));
        Assert.DoesNotContain("more than 64", Files.ProblemsOf(files[..^1]), StringComparison.Ordinal);
    }

    [Fact]
    public void More_than_64_words_are_refused()
    {
        var words = RuleFile.Embedded().Single(file => file.Path == "words.yaml").Text;
        var room = 64 - words.Split("  - key: ").Length + 1;
        string More(int count) => words + string.Concat(Enumerable.Range(0, count).Select(number => $"  - key: w{number}\n    name: [w{number}]\n    because: Said.\n    source: the-record\n"));

        Assert.Empty(Rules.Read(Files.WithText("words.yaml", More(room))).Problems);
        Assert.Contains("There are more than 64 words.", Files.ProblemsOf(Files.WithText("words.yaml", More(room + 1))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_condition_without_otherwise_or_review_is_refused()
    {
        var problems = Files.ProblemsOf(Files.WithText("conditions/new.yaml", "key: new\nname: New\nsummary: New.\n"));

        Assert.Contains("\"otherwise\" is missing", problems, StringComparison.Ordinal);
        Assert.Contains("\"review\" is missing", problems, StringComparison.Ordinal);
    }

    [Fact]
    public void The_command_that_the_build_runs_fails_with_file_line_and_sentence()
    {
        var folder = Directory.CreateTempSubdirectory("rules");
        try
        {
            foreach (var file in Files.With(Falls, "activities: [Tai Chi]", "activities: [Tai Chee]"))
            {
                var path = Path.Combine(folder.FullName, file.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, file.Text);
            }

            using var output = new StringWriter();
            Assert.Equal(1, RulesCommand.Run(["check", folder.FullName], output, TextWriter.Null));
            Assert.Matches(@"falls\.yaml\(\d+,\d+\): error RULES: The activity list has no .Tai Chee.; it has .Tai Chi.", output.ToString());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_rules_as_they_are_pass()
    {
        using var output = new StringWriter();

        Assert.Equal(0, RulesCommand.Run(["check", Path.Combine(Repository.Root, "src", "Signposting.Suitability", "rules")], output, TextWriter.Null));
        Assert.Empty(output.ToString());
    }

    [Theory]
    [InlineData()]
    [InlineData("check")]
    [InlineData("check", "/no/such/folder")]
    [InlineData("eat", "rules")]
    public void Another_command_is_a_usage_error(params string[] args)
    {
        using var errors = new StringWriter();

        Assert.Equal(2, RulesCommand.Run(args, TextWriter.Null, errors));
        Assert.StartsWith("usage:", errors.ToString(), StringComparison.Ordinal);
    }
}
