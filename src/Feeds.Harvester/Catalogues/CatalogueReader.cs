using System.Text.Json;
using Feeds.Harvester.Http;

namespace Feeds.Harvester.Catalogues;

/// <summary>Tells JSON-LD catalogues, collections and datasets apart and reads them.</summary>
internal static class CatalogueReader
{
    private const int DeepestEmbedding = 8;
    private const int MostKept = 10_000;

    /// <summary>What the document is, or null when it is none of them.</summary>
    public static Source? Read(JsonElement root, string url)
    {
        var nodes = Nodes(root, 0).ToList();
        if (nodes.FirstOrDefault(DatasetReader.IsDataset) is { ValueKind: JsonValueKind.Object } dataset)
        {
            return new Source.Dataset(url, DatasetReader.Read(dataset, url));
        }

        var catalogues = nodes.Where(IsCatalogue).ToList();
        return catalogues.Count == 0 ? null : Gather(catalogues, url);
    }

    private static Source Gather(List<JsonElement> catalogues, string url)
    {
        var found = new Links(url);
        foreach (var catalogue in catalogues)
        {
            found.Add(catalogue, 0);
        }

        return found.Datasets.Count + found.Embedded.Count == 0 && found.Parts.Count > 0
            ? new Source.Collection(url, found.Parts)
            : new Source.Catalogue(url, found.Datasets, found.Parts, found.Embedded);
    }

    private static bool IsCatalogue(JsonElement node) => node.ValueKind == JsonValueKind.Object
        && (node.TryGetProperty("hasPart", out _) || node.TryGetProperty("dataset", out _) || JsonLd.IsA(node, "DataCatalog"));

    /// <summary>The nodes at the top of a document, whether it is one object, a list of them, or a <c>@graph</c>.</summary>
    private static IEnumerable<JsonElement> Nodes(JsonElement element, int depth)
    {
        if (depth > DeepestEmbedding)
        {
            return [];
        }

        return element.ValueKind switch
        {
            JsonValueKind.Array => element.EnumerateArray().SelectMany(child => Nodes(child, depth + 1)),
            JsonValueKind.Object => element.TryGetProperty("@graph", out var graph)
                ? Nodes(graph, depth + 1).Prepend(element) : [element],
            _ => [],
        };
    }

    /// <summary>Collects what catalogues link to; a part that is embedded whole is read in place.</summary>
    private sealed class Links(string url)
    {
        private readonly HashSet<string> seen = new(StringComparer.Ordinal);

        public List<string> Parts { get; } = [];

        public List<string> Datasets { get; } = [];

        public List<DatasetSite> Embedded { get; } = [];

        public void Add(JsonElement catalogue, int depth)
        {
            foreach (var dataset in JsonLd.Values(catalogue, "dataset"))
            {
                if (Embedded.Count < MostKept && DatasetReader.IsDataset(dataset) && JsonLd.Values(dataset, "distribution").Any())
                {
                    Embedded.Add(DatasetReader.Read(dataset, url));
                }
                else
                {
                    AddLink(Datasets, dataset);
                }
            }

            foreach (var part in JsonLd.Values(catalogue, "hasPart"))
            {
                if (depth < DeepestEmbedding && IsCatalogue(part) && (part.TryGetProperty("dataset", out _) || part.TryGetProperty("hasPart", out _)))
                {
                    Add(part, depth + 1);
                }
                else
                {
                    AddLink(Parts, part);
                }
            }
        }

        private void AddLink(List<string> links, JsonElement value)
        {
            if (seen.Count < MostKept && JsonLd.Link(value) is { } link && FeedUrl.Resolve(url, link) is var absolute && seen.Add(absolute))
            {
                links.Add(absolute);
            }
        }
    }
}
