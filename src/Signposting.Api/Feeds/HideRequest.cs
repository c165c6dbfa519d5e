using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Signposting.Api.Problems;
using Signposting.Store.Hiding;
using Signposting.Store.Opportunities;

namespace Signposting.Api.Feeds;

/// <summary>What to hide: one of the three, and why.</summary>
internal sealed record HideRequest
{
    /// <summary>Id of an opportunity, as it stands in a search.</summary>
    [MinLength(1)]
    [MaxLength(HideOrder.LongestTarget)]
    public string? Opportunity { get; init; }

    /// <summary>Name of an organiser as answers show it: all of its opportunities, of whatever publisher.</summary>
    [MinLength(1)]
    [MaxLength(HideOrder.LongestTarget)]
    public string? Organizer { get; init; }

    /// <summary>URL of a feed, as it stands in the list of feeds.</summary>
    [MinLength(1)]
    [MaxLength(HideOrder.LongestTarget)]
    public string? Feed { get; init; }

    /// <summary>Why: 1 to 500 characters, for whoever comes after. Nothing about a patient.</summary>
    [MinLength(1)]
    [MaxLength(HideOrder.LongestReason)]
    public required string Reason { get; init; }
}

/// <summary>What to show again: one of the three.</summary>
internal sealed record UnhideRequest
{
    /// <summary>Id of an opportunity.</summary>
    [MinLength(1)]
    [MaxLength(HideOrder.LongestTarget)]
    public string? Opportunity { get; init; }

    /// <summary>Name of an organiser.</summary>
    [MinLength(1)]
    [MaxLength(HideOrder.LongestTarget)]
    public string? Organizer { get; init; }

    /// <summary>URL of a feed.</summary>
    [MinLength(1)]
    [MaxLength(HideOrder.LongestTarget)]
    public string? Feed { get; init; }
}

/// <summary>A target and a reason, checked.</summary>
/// <param name="Reason">Empty where none is asked for.</param>
internal sealed record HideOrder(HiddenKind Kind, string Target, string Reason)
{
    public const int LongestReason = 500;
    public const int LongestTarget = 2_000;
    private const string ReasonName = "reason";

    /// <summary>Members that name a target.</summary>
    public static readonly IReadOnlyDictionary<string, HiddenKind> Targets = new Dictionary<string, HiddenKind>(StringComparer.Ordinal)
    {
        ["opportunity"] = HiddenKind.Opportunity,
        ["organizer"] = HiddenKind.Organizer,
        ["feed"] = HiddenKind.Feed,
    };

    /// <summary>Reads the members of a body, or the options of a command.</summary>
    /// <returns>Null when <paramref name="errors"/> has any.</returns>
    public static HideOrder? Read(IReadOnlyDictionary<string, string> members, bool withReason, ParameterErrors errors)
    {
        foreach (var name in members.Keys.Where(name => !Targets.ContainsKey(name) && !(withReason && name == ReasonName)))
            errors.Add(name.Length <= 50 ? name : name[..50] + "…", "is not known here; leave it out");
        var targets = members.Where(member => Targets.ContainsKey(member.Key)).ToList();
        if (targets.Count != 1)
            errors.Add("opportunity", "name exactly one of opportunity, organizer and feed");
        foreach (var (name, value) in targets)
            CheckTarget(name, value, errors);
        var reason = members.GetValueOrDefault(ReasonName, "").Trim();
        if (withReason && reason is { Length: 0 or > LongestReason })
            errors.Add(ReasonName, $"say why in 1 to {LongestReason} characters");
        return errors.Any ? null : new HideOrder(Targets[targets[0].Key], targets[0].Value.Trim(), reason);
    }

    /// <summary>Reads a JSON body: an object of strings.</summary>
    public static async Task<HideOrder?> ReadAsync(HttpRequest request, bool withReason, ParameterErrors errors)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
            if (body.RootElement.ValueKind != JsonValueKind.Object)
            {
                errors.Add("body", "must be a JSON object");
                return null;
            }

            var members = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var member in body.RootElement.EnumerateObject())
            {
                if (member.Value.ValueKind != JsonValueKind.String || !members.TryAdd(member.Name, member.Value.GetString()!))
                    errors.Add(Targets.ContainsKey(member.Name) || member.Name == ReasonName ? member.Name : "body", "write each member once, as a string");
            }

            return errors.Any ? null : Read(members, withReason, errors);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            errors.Add("body", "is no JSON");
            return null;
        }
    }

    private static void CheckTarget(string name, string value, ParameterErrors errors)
    {
        if (name == "opportunity" && !SubjectKey.IsPublicId(value.Trim()))
            errors.Add(name, "is no id: op_ and sixteen letters or digits, as it stands in a search");
        else if (string.IsNullOrWhiteSpace(value) || value.Length > LongestTarget)
            errors.Add(name, $"write 1 to {LongestTarget} characters");
    }
}
