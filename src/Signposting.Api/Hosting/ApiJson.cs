using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Signposting.Api.Activities;
using Signposting.Api.Conditions;
using Signposting.Api.Extracts;
using Signposting.Api.Feeds;
using Signposting.Api.Health;
using Signposting.Api.Opportunities;
using Signposting.Api.Places;
using Signposting.Api.Problems;
using Signposting.Api.Usage;

namespace Signposting.Api.Hosting;

/// <summary>All JSON that the service reads or writes. Absent means not stated, so nothing is written as null unless a member says so.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(byte[]))]
[JsonSerializable(typeof(SearchAnswer))]
[JsonSerializable(typeof(OpportunityAnswer))]
[JsonSerializable(typeof(DetailAnswer))]
[JsonSerializable(typeof(FeatureCollection))]
[JsonSerializable(typeof(SessionsAnswer))]
[JsonSerializable(typeof(StatusAnswer))]
[JsonSerializable(typeof(FeedsAnswer))]
[JsonSerializable(typeof(HideRequest))]
[JsonSerializable(typeof(UnhideRequest))]
[JsonSerializable(typeof(HiddenAnswer))]
[JsonSerializable(typeof(HiddenListAnswer))]
[JsonSerializable(typeof(ActivitiesAnswer))]
[JsonSerializable(typeof(ActivitySuitabilityAnswer))]
[JsonSerializable(typeof(ConditionsAnswer))]
[JsonSerializable(typeof(ConditionDetailAnswer))]
[JsonSerializable(typeof(HealthAnswer))]
[JsonSerializable(typeof(AskedFilters))]
[JsonSerializable(typeof(SignpostAnswer))]
[JsonSerializable(typeof(UsageAnswer))]
[JsonSerializable(typeof(ExtractsAnswer))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(RemoteBulkQuestion))]
[JsonSerializable(typeof(RemoteBulkAnswer))]
[JsonSerializable(typeof(RemoteOutcodeAnswer))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>
    /// What answers are written with: £ and – as themselves. The default encoder protects JSON that is pasted into
    /// HTML, which <c>application/json</c> is not.
    /// </summary>
    public static ApiJson Answers { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
