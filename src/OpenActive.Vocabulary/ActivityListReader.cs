using System.Text.Json;

namespace OpenActive.Vocabulary;

/// <summary>
/// Reads the published JSON-LD. Tolerant in form (<c>id</c> or <c>@id</c>, one value or an array, <c>concept</c> or
/// <c>@graph</c>, a byte order mark), strict about limits. Only <c>broader</c> makes the graph: in the published list
/// <c>narrower</c> names four ids that no longer exist.
/// </summary>
internal static class ActivityListReader
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    internal static ActivityList Read(Stream stream)
    {
        var content = new MemoryStream();
        var chunk = new byte[81920];
        for (int read; (read = stream.Read(chunk)) > 0;)
        {
            content.Write(chunk, 0, read);
            RefuseTooLarge(content.Length);
        }

        return Read(content.GetBuffer().AsSpan(0, (int)content.Length));
    }

    internal static ActivityList Read(ReadOnlySpan<byte> content)
    {
        RefuseTooLarge(content.Length);
        var json = content.StartsWith(ByteOrderMark) ? content[ByteOrderMark.Length..] : content;
        try
        {
            using var document = ParseDocument(json);
            return Read(document.RootElement, content);
        }
        catch (JsonException error)
        {
            throw new VocabularyException($"The activity list is not valid JSON: {error.Message}", error);
        }
        catch (InvalidOperationException error)
        {
            // Text that is no Unicode (a lone surrogate, invalid UTF-8) is found when a string is read.
            throw new VocabularyException("The activity list holds text that is not valid Unicode.", error);
        }
    }

    private static JsonDocument ParseDocument(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = VocabularyLimits.JsonDepth });
        var document = JsonDocument.ParseValue(ref reader);
        reader.Read();
        return document;
    }

    private static ActivityList Read(JsonElement root, ReadOnlySpan<byte> content)
    {
        var concepts = new Dictionary<string, Concept>();
        var dropped = 0;
        foreach (var entry in Entries(root))
        {
            if (!JsonConcept.IsConcept(entry))
            {
                continue;
            }

            if (JsonConcept.Read(entry) is not { } concept || !concepts.TryAdd(concept.Id, concept))
            {
                dropped++;
            }

            if (concepts.Count + dropped > VocabularyLimits.Concepts)
            {
                throw new VocabularyException($"The activity list has more than {VocabularyLimits.Concepts} concepts.");
            }
        }

        return concepts.Count > 0
            ? new ActivityList(concepts.Values, content, dropped)
            : throw new VocabularyException("The document holds no concept of the activity list: none has a label and an id that starts with " + ConceptId.Prefix);
    }

    private static IEnumerable<JsonElement> Entries(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array)
        {
            return root.EnumerateArray();
        }

        return root.ValueKind == JsonValueKind.Object
            ? JsonConcept.Values(root, "concept").Concat(JsonConcept.Values(root, "graph"))
            : throw new VocabularyException("The activity list is neither a JSON object nor an array.");
    }

    private static void RefuseTooLarge(long bytes)
    {
        if (bytes > VocabularyLimits.Bytes)
        {
            throw new VocabularyException($"The activity list is larger than {VocabularyLimits.Bytes / (1024 * 1024)} MB.");
        }
    }
}
