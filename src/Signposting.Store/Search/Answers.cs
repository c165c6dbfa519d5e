using Signposting.Store.Commit;
using Signposting.Store.Opportunities;

namespace Signposting.Store.Search;

/// <summary>From stored rows to what callers get.</summary>
internal static class Answers
{
    public static Opportunity ToOpportunity(StoredOpportunity stored, Description description, bool timesPublished)
    {
        return new Opportunity
        {
            Id = stored.PublicId,
            Type = stored.Type,
            Description = description,
            TimesPublished = timesPublished,
            Provenance =
            [
                ProvenanceOf(stored, description),
                .. stored.Others.Select(other => ProvenanceOf(other, DescriptionCodec.Decode(other.Doc)))
                    .OrderBy(other => other.Dataset, StringComparer.Ordinal).ThenBy(other => other.Id, StringComparer.Ordinal),
            ],
        };
    }

    private static Provenance ProvenanceOf(StoredOpportunity stored, Description description) => new()
    {
        Id = stored.PublicId,
        Organizer = description.Organizer?.Name,
        Feed = stored.Source.FeedUrl,
        Dataset = stored.Source.DatasetUrl,
        Publisher = stored.Source.Publisher,
        Licence = stored.Source.Licence,
        Modified = Time(stored.ModifiedAt),
        HarvestedAt = DateTimeOffset.FromUnixTimeSeconds(stored.HarvestedAt),
        FeedCheckedAt = Time(stored.Source.CheckedAt),
        Repairs = description.Repairs ?? [],
    };

    private static DateTimeOffset? Time(long? seconds) => seconds is { } s ? DateTimeOffset.FromUnixTimeSeconds(s) : null;
}
