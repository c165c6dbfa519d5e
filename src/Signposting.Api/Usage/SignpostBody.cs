using System.Text.Json;
using Signposting.Api.Opportunities;
using Signposting.Api.Places;
using Signposting.Api.Problems;
using Signposting.Store.Opportunities;
using Signposting.Store.Usage;
using Signposting.Suitability.Conditions;

namespace Signposting.Api.Usage;

/// <summary>
/// Reads the body of <c>POST /v1/signposts</c>. Only the members below are accepted, each in its own form, so that nothing else
/// about a person can travel in it. Every fault is noted, so that a caller sees all of them at once; none repeats what was sent.
/// </summary>
internal sealed class SignpostBody(ConditionList conditions, ParameterErrors errors)
{
    public const string OpportunityId = "opportunityId";
    public const string SessionStart = "sessionStart";
    public const string Conditions = "conditions";
    public const string Postcode = "postcode";
    public const string Channel = "channel";

    private const string NotJson = "is not a JSON object; send for example {\"opportunityId\": \"op_7h2kq0v9d3mzt5x8\", \"conditions\": [\"falls\"], \"channel\": \"rest\"}, each member once";

    /// <summary>What <c>channel</c> takes.</summary>
    public static readonly IReadOnlyList<string> Channels = ["rest", "page", "leaflet"];

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 5, AllowDuplicateProperties = false };

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private List<string>? _conditions;

    /// <returns>Null when <c>errors</c> holds something.</returns>
    public async Task<SignpostRequest?> ReadAsync(HttpRequest request)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, Options, request.HttpContext.RequestAborted);
            if (body.RootElement.ValueKind == JsonValueKind.Object)
                Take(body.RootElement);
            else
                errors.Add("body", NotJson);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a text that holds half of a surrogate pair.
            errors.Add("body", NotJson);
        }

        return errors.Any ? null : Check();
    }

    private void Take(JsonElement body)
    {
        foreach (var member in body.EnumerateObject())
        {
            switch (member.Name)
            {
                case OpportunityId or SessionStart or Postcode or Channel:
                    if (TextOf(member.Value, member.Name, "must be a text") is { } text)
                        _texts[member.Name] = text;
                    break;
                case Conditions:
                    TakeConditions(member.Value);
                    break;
                default:
                    errors.Add(member.Name.Length <= 50 ? member.Name : member.Name[..50] + "…", "is not accepted here; leave it out, so that nothing about a person is sent that is not needed");
                    break;
            }
        }
    }

    private void TakeConditions(JsonElement list)
    {
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > ConditionList.MostAtOnce)
        {
            errors.Add(Conditions, $"must be a list of at most {ConditionList.MostAtOnce} texts; [] when none is known");
            return;
        }

        _conditions = [];
        foreach (var item in list.EnumerateArray())
        {
            if (TextOf(item, Conditions, "must be a list of texts, each a key or a SNOMED CT code") is { } text)
                _conditions.Add(text);
        }
    }

    /// <returns>Null when it is refused.</returns>
    private string? TextOf(JsonElement value, string name, string form)
    {
        if (value.ValueKind != JsonValueKind.String)
            errors.Add(name, form);
        else if (value.GetString()! is not { Length: <= SearchLimits.MostCharacters } text)
            errors.Add(name, $"is longer than {SearchLimits.MostCharacters} characters");
        else if (!NhsNumber.Refuse(text, name, conditions, errors))
            return text;
        return null;
    }

    private SignpostRequest? Check()
    {
        var request = new SignpostRequest
        {
            OpportunityId = CheckId(),
            Conditions = CheckConditions(),
            Place = CheckPostcode(),
            SessionStart = CheckStart(),
            Channel = CheckChannel(),
        };
        return errors.Any ? null : request;
    }

    private string CheckId()
    {
        if (!_texts.TryGetValue(OpportunityId, out var id))
            errors.Add(OpportunityId, "is missing; send the id of the opportunity as it stands in a search");
        else if (!SubjectKey.IsPublicId(id))
            errors.Add(OpportunityId, "must be the id of an opportunity as it stands in a search: op_ and sixteen letters or digits");
        return id ?? "";
    }

    private ConditionSet? CheckConditions()
    {
        if (_conditions is null)
            errors.Add(Conditions, "is missing; send the keys or SNOMED CT codes of the person's conditions, [] when none is known");
        if (_conditions is not { Count: > 0 })
            return null;
        var reading = conditions.Read(_conditions);
        foreach (var refusal in reading.Refusals)
            errors.Add(Conditions, refusal.Text);
        return reading.Set;
    }

    private AskedPlace? CheckPostcode()
    {
        if (!_texts.TryGetValue(Postcode, out var text))
            return null;
        var place = PostcodeText.Read(text);
        if (place is null)
            errors.Add(Postcode, "is no UK postcode; write it as in LS1 3AD, or leave it out when it is not known");
        return place;
    }

    private UsageChannel CheckChannel()
    {
        var channel = _texts.TryGetValue(Channel, out var word) ? Channels.ToList().IndexOf(word) : -1;
        if (channel < 0)
            errors.Add(Channel, $"{(word is null ? "is missing; send" : "must be")} one of {string.Join(", ", Channels)}");
        return (UsageChannel)(channel + 1);
    }

    // For its opportunity to be held against; an event holds no time.
    private DateTimeOffset? CheckStart()
    {
        if (!_texts.TryGetValue(SessionStart, out var text))
            return null;
        if (!TimeText.TryRead(text, endOfDay: false, out var start))
            errors.Add(SessionStart, "is not a time in ISO 8601; write it as it stands in sessions, 2026-11-24T10:00:00+00:00");
        return start;
    }
}
