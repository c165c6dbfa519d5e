using System.Text.Json;
using OpenActive.Vocabulary;

namespace Signposting.Suitability.Tests.Support;

/// <summary>The activity list as somebody may publish it tomorrow: with activities that the rules have never heard of.</summary>
internal static class NewerList
{
    private const string Prefix = "https://openactive.io/activity-list#";

    /// <summary>Each with the labels of what stands directly above it, which may be another new one.</summary>
    internal static ActivityList With(params (string Label, string[] Broader)[] added)
    {
        var old = ActivityList.BuiltIn.All.Select(concept => new { id = concept.Id, prefLabel = concept.PrefLabel, notation = concept.Notation, broader = concept.Broader });
        var known = added.Select(one => one.Label).ToHashSet();
        string AboveId(string label) => known.Contains(label) ? IdOf(label) : TheRules.IdOf(label);
        var fresh = added.Select(one => new { id = IdOf(one.Label), prefLabel = one.Label, notation = (string?)null, broader = (IReadOnlyList<string>)[.. one.Broader.Select(AboveId)] });
        return ActivityList.Parse(JsonSerializer.SerializeToUtf8Bytes(new { concept = old.Concat(fresh) }));
    }

    internal static string IdOf(string label) =>
        Prefix + new Guid(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(label)).AsSpan(0, 16));
}
