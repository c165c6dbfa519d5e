using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Signposting.Api.Access;
using Signposting.Api.Activities;
using Signposting.Api.Conditions;
using Signposting.Api.Extracts;
using Signposting.Api.Feeds;
using Signposting.Api.Health;
using Signposting.Api.Hosting;
using Signposting.Api.Opportunities;
using Signposting.Api.Problems;
using Signposting.Api.Usage;
using Signposting.Store.Feeds;
using Signposting.Store.Hiding;

namespace Signposting.Api.Contract;

/// <summary>An example of each answer, written with the same types as the answers, so that none can drift from them. The data is made up.</summary>
internal static class ExampleAnswers
{
    public const string OpportunityId = "op_7h2kq0v9d3mzt5x8";

    private const string Licence = "https://creativecommons.org/licenses/by/4.0/";
    private const string Dataset = "https://leisure.example/openactive";
    private const string TaiChi = "https://openactive.io/activity-list#c16df6ed-a4a0-4275-a8c3-1c8cff56856f";
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 22, 0, 3, TimeSpan.Zero);

    private static readonly OpportunityAnswer Item = new()
    {
        Id = OpportunityId,
        Kind = "session",
        Name = "Tai Chi for balance",
        Description = "Slow, gentle movements, standing or seated. Beginners are welcome.",
        Activity = [new ActivityAnswer { Id = TaiChi, PrefLabel = "Tai Chi", Origin = "published" }],
        DistanceMetres = 812,
        Location = new LocationAnswer { Name = "Example Leisure Centre", Address = "1 Example Street, Leeds", Postcode = "LS2 9JT", Lat = 53.805, Lon = -1.545, Amenities = ["toilets"] },
        Organizer = new OrganizerAnswer { Name = "Example Leisure", Telephone = "0113 496 0000", Email = "hello@leisure.example", Url = "https://leisure.example" },
        Sessions = [new SessionAnswer { Start = Now.AddHours(60), End = Now.AddHours(61), RemainingPlaces = 5, Status = "scheduled" }],
        TimesPublished = true,
        Schedule = "Tuesdays 10:00–11:00",
        Price = new PriceAnswer { Min = 3.5m, Max = 5m, Currency = "GBP", Free = false, Text = "£3.50–£5.00" },
        AgeRange = new AgeRangeAnswer { Min = 50, Assumed = false },
        GenderRestriction = "none",
        Level = ["Beginner"],
        AccessibilitySupport = [],
        Coached = true,
        Attendance = "in-person",
        Readiness = new ReadinessAnswer { Share = 0.91, Missing = ["image", "meetingPoint"] },
        NotStated = ["wheelchair"],
        Provenance = [new ProvenanceAnswer { Publisher = "Example Leisure", Dataset = Dataset, Licence = Licence, Modified = Now.AddDays(-3), HarvestedAt = Now.AddHours(-2), FeedCheckedAt = Now.AddSeconds(-9), Repairs = [] }],
        Links = new LinksAnswer { Self = $"/v1/opportunities/{OpportunityId}", Web = "https://leisure.example/tai-chi", Book = "https://leisure.example/tai-chi/book", Calendar = $"/v1/opportunities/{OpportunityId}/calendar" },
    };

    private static readonly SearchAnswer Search = new()
    {
        Query = new QueryAnswer
        {
            Place = new PlaceAnswer { Postcode = "LS1 3AD", Lat = 53.798, Lon = -1.549, Precision = "postcode" },
            RadiusKm = 5,
            From = Now,
            To = Now.AddDays(14),
            Kind = ["session", "course", "event", "on-demand"],
            Attendance = "in-person",
            Sort = "nearest",
        },
        AsOf = Now,
        Coverage = new CoverageAnswer { State = "complete", LastRead = Now.AddSeconds(-1) },
        Items = [Item],
        Next = "/v1/opportunities?cursor=CfDJ8…",
        Attribution = OpportunityAnswers.AttributionOf([Item]),
    };

    private static readonly DetailAnswer Detail = new(Item with { DistanceMetres = null }, Now, null);

    private static readonly SessionsAnswer Sessions = new()
    {
        Id = OpportunityId, From = Now, To = Now.AddDays(366), AsOf = Now, TimesPublished = true, Items = Item.Sessions, Next = null, Attribution = Detail.Attribution,
    };

    private static readonly StatusAnswer Status = new()
    {
        AsOf = Now, Since = Now.AddDays(-2),
        Items = [new IdStatusAnswer { Id = OpportunityId, Status = "changed", NextSession = Item.Sessions[0], TimesPublished = true, HarvestedAt = Now.AddHours(-2) }],
    };

    private static readonly FeedsAnswer Feeds = new()
    {
        Items =
        [
            new FeedAnswer
            {
                Url = "https://leisure.example/feeds/scheduled-sessions", Kind = "ScheduledSession", Dataset = Dataset, Publisher = "Example Leisure", Licence = Licence,
                State = "waiting", LastSuccess = Now.AddSeconds(-9), LastChange = Now.AddHours(-2), ItemsHeld = 5120, Orphans = 3,
                Rejected = [new RejectedAnswer { Reason = "no-location", Count = 12, Example = "\"Yoga\" has no location, nor have its parents.", Advice = RejectionAdvice.For("no-location") }], LagSeconds = 9, NextTry = Now,
            },
        ],
        SourceProblems = [new SourceProblemAnswer { Url = "https://pool.example/openactive", Fault = new FaultAnswer("http-503", "It answered 503."), NextTry = Now.AddMinutes(4) }],
        Harvest = new HarvestAnswer { Code = "store-full", Text = "Harvesting pauses: The disk of the store is full. Searching goes on.", Since = Now },
    };

    private static readonly RulesAnswer Rules = new() { Version = "sha256:9b1c…", Review = "draft" };

    private static readonly SourceAnswer Guideline = new() { Title = "NICE NG249", Year = 2025, Url = "https://www.nice.org.uk/guidance/ng249", Basis = "guideline" };

    private static readonly RecordCodeAnswer[] RecordCodes = [new("referral-to-physical-activity", "390893007", "Referral to physical activity program")];

    private static readonly ConditionAnswer Condition = new()
    {
        Key = "falls", Name = "Falls risk", Codes = [new CodeAnswer("129839007", "At risk for falls")], Summary = "Strength and balance exercise helps.",
        Why = [new StatementAnswer("Strength and balance exercise lowers the risk of falls.", Guideline)], LookFor = ["Balance and strength", "A seated option"], Ask = ["Have you fallen in the last year?"],
        Cautions = [new StatementAnswer("Blackouts or dizziness: see a clinician first.", Guideline)], Stop = [new StatementAnswer("Chest pain or sudden weakness.", Guideline)],
        Sources = [Guideline], Review = "draft",
    };

    private static readonly ActivitySuitabilityAnswer Suitability = new()
    {
        Activity = new ActivityNameAnswer(TaiChi, "tai_chi", "Tai Chi"), Conditions = [new QueryConditionAnswer { Key = "falls", Name = "Falls risk" }], Verdict = "recommended",
        Reasons = [new ReasonAnswer { Condition = "falls", Text = "It trains balance.", Source = Guideline }], Cautions = [], Entry = "open", Rules = Rules,
        Guidance = [new GuidanceAnswer { Condition = "falls", Conditions = ["falls"], Kind = "caution", Text = "Blackouts or dizziness: see a clinician first.", Source = Guideline }],
    };

    private static readonly ActivitiesAnswer Activities = new()
    {
        Version = "sha256:9b1c…",
        Items = [new ConceptAnswer { Id = TaiChi, Notation = "tai_chi", PrefLabel = "Tai Chi", Broader = [], Narrower = [] }],
        Attribution = new ConceptAttributionAnswer("OpenActive", "https://openactive.io/activity-list", Licence),
    };

    private static readonly HiddenAnswer Hidden = new()
    {
        Opportunity = OpportunityId, Reason = "Under review by the safeguarding lead", By = "Example ICB", At = Now,
    };

    private static readonly MonthReport October = new()
    {
        Month = "2026-10", Icb = "QWO", Vintage = "LSOA 2021, ICB 2024, IMD 2025", Rule = Signposting.Usage.Disclosure.Rule.Name,
        Tables = new Dictionary<string, IReadOnlyList<ReportRow>>
        {
            ["by-condition"] = [new(["falls"], ["120", "145", "65"]), new(["copd"], ["*", "*", "*"]), new(["type-2-diabetes"], ["*", "*", "*"])],
        },
    };

    public static string UsageAsCsv()
    {
        using var text = new MemoryStream();
        UsageCsv.WriteAsync(text, October, TableShape.Of("by-condition"), CancellationToken.None).GetAwaiter().GetResult();
        return Encoding.UTF8.GetString(text.ToArray());
    }

    private static UsageAnswer Usage() => UsageAnswer.Of(October, TableShape.Of("by-condition"), October.Tables["by-condition"]);

    public static JsonNode? SearchAsGeoJson() => JsonSerializer.SerializeToNode(FeatureCollection.Of(Search), ApiJson.Default.FeatureCollection);

    public static string SearchAsCsv() => SearchTable.Of(Search);

    public static Task AddAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        var id = operation.OperationId ?? "";
        foreach (var body in (operation.RequestBody?.Content?.Values ?? []).Where(body => body.Example is null))
            body.Example = QuestionOf(id);
        foreach (var (status, response) in operation.Responses ?? [])
        {
            foreach (var content in (response.Content?.Values ?? []).Where(content => content.Example is null))
                content.Example = status is "200" or "201" ? AnswerOf(id) : RefusalOf(id, status);
        }

        return Task.CompletedTask;
    }

    private static JsonObject? QuestionOf(string operation) => operation switch
    {
        "hide" => new JsonObject { ["opportunity"] = OpportunityId, ["reason"] = Hidden.Reason },
        "unhide" => new JsonObject { ["opportunity"] = OpportunityId },
        _ => null,
    };

    private static JsonNode? AnswerOf(string operation) => operation switch
    {
        "searchOpportunities" => JsonSerializer.SerializeToNode(Search, ApiJson.Default.SearchAnswer),
        "searchOpportunitiesByBody" => JsonSerializer.SerializeToNode(Search, ApiJson.Default.SearchAnswer),
        "getOpportunity" => JsonSerializer.SerializeToNode(Detail, ApiJson.Default.DetailAnswer),
        "getOpportunityByBody" => JsonSerializer.SerializeToNode(Detail, ApiJson.Default.DetailAnswer),
        "listSessions" => JsonSerializer.SerializeToNode(Sessions, ApiJson.Default.SessionsAnswer),
        "getCalendar" => JsonValue.Create(OpportunityCalendar.Of(Item, demo: false)),
        "getOpportunityStatus" => JsonSerializer.SerializeToNode(Status, ApiJson.Default.StatusAnswer),
        "listFeeds" => JsonSerializer.SerializeToNode(Feeds, ApiJson.Default.FeedsAnswer),
        "hide" or "unhide" => JsonSerializer.SerializeToNode(Hidden, ApiJson.Default.HiddenAnswer),
        "listHidden" => JsonSerializer.SerializeToNode(new HiddenListAnswer { Items = [Hidden] }, ApiJson.Default.HiddenListAnswer),
        "listActivities" => JsonSerializer.SerializeToNode(Activities, ApiJson.Default.ActivitiesAnswer),
        "listConditions" => JsonSerializer.SerializeToNode(new ConditionsAnswer { Rules = Rules, Items = [Condition], RecordCodes = RecordCodes }, ApiJson.Default.ConditionsAnswer),
        "getCondition" => JsonSerializer.SerializeToNode(new ConditionDetailAnswer(Condition, Rules, RecordCodes), ApiJson.Default.ConditionDetailAnswer),
        "getActivitySuitability" => JsonSerializer.SerializeToNode(Suitability, ApiJson.Default.ActivitySuitabilityAnswer),
        "recordSignpost" => JsonSerializer.SerializeToNode(new SignpostAnswer { Id = "sp_4t9w2c7n0k5xv8qa", RecordedAt = Now }, ApiJson.Default.SignpostAnswer),
        "listExtracts" => JsonSerializer.SerializeToNode(
            new ExtractsAnswer { Items = [new ExtractAnswer { Id = "2026-10-QWO", Month = "2026-10", Icb = "QWO", PublishedAt = Now.AddDays(-20), Href = "/v1/extracts/2026-10-QWO" }] }, ApiJson.Default.ExtractsAnswer),
        "downloadExtract" => JsonValue.Create("PK…"),
        "readUsage" => JsonSerializer.SerializeToNode(Usage(), ApiJson.Default.UsageAnswer),
        "isLive" => JsonSerializer.SerializeToNode(new HealthAnswer { Status = "live" }, ApiJson.Default.HealthAnswer),
        "isReady" => JsonSerializer.SerializeToNode(new HealthAnswer { Status = "ready", Parts = new Dictionary<string, string> { ["store"] = "ok", ["harvest"] = "ok", ["postcodes"] = "ok" } }, ApiJson.Default.HealthAnswer),
        _ => null,
    };

    private static JsonNode? RefusalOf(string operation, string status)
    {
        var refusal = (operation, status) switch
        {
            ("searchOpportunities" or "searchOpportunitiesByBody", "400") => Refusals.InvalidParameter("radius", "must be a number from 0.1 to 50"),
            ("hide" or "unhide", "400") => Refusals.InvalidParameter("opportunity", "name exactly one of opportunity, organizer and feed"),
            ("getOpportunityStatus", "400") => Refusals.InvalidParameter("id", "is missing; send up to 100 ids, as id=…&id=…"),
            ("listSessions" or "getCalendar", "400") => Refusals.InvalidParameter("to", "must be at most 366 days after from"),
            ("downloadExtract", "404") => ExtractRefusals.NoPackage(),
            ("listExtracts" or "downloadExtract", "400") => Refusals.InvalidParameter("month", "is not supported here by this version; leave it out"),
            ("readUsage", "400") => Refusals.InvalidParameter("month", "must be a calendar month written as in 2026-10"),
            ("readUsage", "404") => ExtractRefusals.NothingRecorded(new Month(new DateOnly(2020, 1, 1))),
            ("readUsage", "406") => Refusals.NotAcceptable(ReadUsage.Formats),
            (_, "406") => Refusals.NotAcceptable(AnswerFormats.InWords),
            ("recordSignpost", "400") => Refusals.InvalidParameter("nhsNumber", "is not accepted here; leave it out, so that nothing about a person is sent that is not needed"),
            (_, "400") => Refusals.InvalidParameter("condition", "is not supported here by this version; leave it out"),
            ("searchOpportunities" or "searchOpportunitiesByBody", "404") => Refusals.PostcodeUnknown("The imported postcode directory does not have it. Check the spelling, or send lat and lon."),
            ("getCondition", "404") => Refusals.ConditionUnknown("\"gout\" is not the key of a condition that this service knows."),
            ("getActivitySuitability", "404") => Refusals.ActivityUnknown(),
            ("hide", "404") => FeedRefusals.NotKnown(HiddenKind.Feed),
            ("unhide", "404") => FeedRefusals.NotHidden(),
            (_, "405" or "413" or "415") => Refusals.ForStatus(int.Parse(status, System.Globalization.CultureInfo.InvariantCulture)),
            (_, "401") => AccessRefusals.Unauthenticated("The API key is not valid, or was revoked."),
            (_, "403") => AccessRefusals.Forbidden("the one that this needs"),
            (_, "429") => AccessRefusals.TooMany(isClient: true, 6_000, 37),
            (_, "404") => Refusals.OpportunityUnknown(),
            (_, "410") => Refusals.OpportunityWithdrawn(),
            ("isReady", _) => Refusals.NotReady("store", "The store is being opened.", 2),
            _ => Refusals.StoreUnavailable("The store is being opened.", 2),
        };
        return JsonSerializer.SerializeToNode(refusal.Problem, ApiJson.Default.Problem);
    }
}
