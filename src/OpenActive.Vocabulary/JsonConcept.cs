using System.Text.Json;

namespace OpenActive.Vocabulary;

/// <summary>Reads one concept of the JSON-LD, with or without <c>@</c> or <c>skos:</c> before a property's name.</summary>
internal static class JsonConcept
{
    /// <summary>True unless the entry says that it is something else, such as the ConceptScheme.</summary>
    internal static bool IsConcept(JsonElement entry)
    {
        var types = Texts(entry, "type", VocabularyLimits.LabelLength);
        return types.Count == 0 || types.Exists(type => type.EndsWith("Concept", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The concept; null when it has no id of this list or no label.</summary>
    internal static Concept? Read(JsonElement entry)
    {
        var label = Text(entry, "prefLabel");
        if (!ConceptId.TryCanonicalise(Text(entry, "id"), out var id) || Label(label) is null)
        {
            return null;
        }

        return new Concept
        {
            Id = id,
            Identifier = id[ConceptId.Prefix.Length..],
            Notation = Text(entry, "notation"),
            PrefLabel = label!,
            AltLabels = [.. Texts(entry, "altLabel", VocabularyLimits.LabelLength).Where(other => Label(other) is not null)],
            Broader = Ids(entry, "broader"),
            Related = Ids(entry, "related"),
            Definition = Texts(entry, "definition", VocabularyLimits.DefinitionLength).FirstOrDefault(),
        };
    }

    /// <summary>A property's values, one or an array; nothing when it is absent or null.</summary>
    internal static IEnumerable<JsonElement> Values(JsonElement entry, string name)
    {
        if (!TryGetProperty(entry, name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        return value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
    }

    private static string? Label(string? label) => LabelKey.Of(label);

    private static string? Text(JsonElement entry, string name) =>
        Texts(entry, name, VocabularyLimits.LabelLength).FirstOrDefault();

    /// <summary>An id that cannot be read is kept as it is, to be dropped and counted with the unknown ones.</summary>
    private static string[] Ids(JsonElement entry, string name) =>
        [.. Texts(entry, name, VocabularyLimits.LabelLength).Select(text => ConceptId.TryCanonicalise(text, out var id) ? id : text)];

    private static List<string> Texts(JsonElement entry, string name, int maxLength)
    {
        var texts = new List<string>();
        foreach (var value in Values(entry, name))
        {
            if (ToText(value)?.Trim() is not { Length: > 0 } text)
            {
                continue;
            }

            if (text.Length > maxLength)
            {
                throw new VocabularyException($"The activity list has a {name} of {text.Length} characters; at most {maxLength} are accepted.");
            }

            texts.Add(text);
            if (texts.Count > VocabularyLimits.ValuesPerProperty)
            {
                throw new VocabularyException($"The activity list has a concept with more than {VocabularyLimits.ValuesPerProperty} values of {name}.");
            }
        }

        return texts;
    }

    /// <summary>A string, a JSON-LD value (<c>@value</c>) or a reference (<c>@id</c>).</summary>
    private static string? ToText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Object when TryGetProperty(value, "value", out var text) && text.ValueKind == JsonValueKind.String => text.GetString(),
        JsonValueKind.Object when TryGetProperty(value, "id", out var id) && id.ValueKind == JsonValueKind.String => id.GetString(),
        _ => null,
    };

    private static bool TryGetProperty(JsonElement entry, string name, out JsonElement value)
    {
        value = default;
        return entry.ValueKind == JsonValueKind.Object
            && (entry.TryGetProperty(name, out value) || entry.TryGetProperty("@" + name, out value) || entry.TryGetProperty("skos:" + name, out value));
    }
}
