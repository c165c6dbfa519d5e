using System.Text.Json;
using Microsoft.Net.Http.Headers;
using OpenActive.Vocabulary;
using Signposting.Api.Conditions;
using Signposting.Api.Hosting;
using Signposting.Suitability.Profiles;

namespace Signposting.Api.Activities;

/// <summary><c>GET /v1/activities</c>. The list changes a few times a year, so its JSON is made once.</summary>
internal sealed class ListActivities(ActivityConcepts concepts, ClinicalRules clinical, DataOrigin origin)
{
    private static readonly ConceptAttributionAnswer Attribution =
        new("OpenActive", "https://openactive.io/activity-list", "https://creativecommons.org/licenses/by/4.0/");

    private Rendered? _rendered;

    public async Task AnswerAsync(HttpContext http)
    {
        var rendered = Render(concepts.Current);
        http.Response.Headers.ETag = rendered.Tag.ToString();
        http.Response.Headers.CacheControl = "no-cache";
        if (EntityTag.IsHeld(http.Request, rendered.Tag))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = rendered.Json.Length;
        await http.Response.BodyWriter.WriteAsync(rendered.Json, http.RequestAborted);
    }

    private Rendered Render(ActivityList list)
    {
        if (_rendered is { } rendered && ReferenceEquals(rendered.List, list))
            return rendered;
        var answer = new ActivitiesAnswer { Version = list.Version, Items = [.. list.All.Select(concept => Of(concept, list))], Attribution = Attribution, Demo = origin.Demo };
        var json = JsonSerializer.SerializeToUtf8Bytes(answer, ApiJson.Answers.ActivitiesAnswer);
        return _rendered = new Rendered(list, json, EntityTag.Of(json));
    }

    private ConceptAnswer Of(Concept concept, ActivityList list) => new()
    {
        Id = concept.Id,
        Notation = concept.Notation,
        PrefLabel = concept.PrefLabel,
        AltLabel = concept.AltLabels.Count > 0 ? concept.AltLabels : null,
        Definition = concept.Definition,
        Broader = concept.Broader,
        Profile = clinical.Rules.Profiles.TryGet(concept.Id, out var profile) ? ProfileOf(profile) : null,
        Narrower = [.. list.Narrower(concept.Id).Select(narrower => narrower.Id)],
    };

    private static ProfileAnswer ProfileOf(Profile profile) => new()
    {
        Met = profile.Met.Value,
        MetSource = profile.Met.Code is { } code ? $"{profile.Met.Source.Title}, {code}" : profile.Met.Source.Title,
        Levels = profile.Levels.ToDictionary(),
    };

    private sealed record Rendered(ActivityList List, byte[] Json, EntityTagHeaderValue Tag);
}
