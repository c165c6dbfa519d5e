using Signposting.Store.Commit;
using Signposting.Store.Harvest;
using Signposting.Store.Opportunities;
using Xunit;

namespace Signposting.Store.Tests;

/// <summary>What a transaction remembers of the documents of its page.</summary>
public sealed class DescriptionsTests
{
    private const long SameNumber = 42;

    private static readonly PreparedFragment Mine = PreparedFragment.Of(
        new Fragment
        {
            Subject = SubjectKey.FromId("https://example.org/mine"),
            Origin = FragmentOrigin.Own,
            Type = OpportunityType.Event,
            Description = new Description { Name = "Mine", Attendance = AttendanceMode.Online },
        },
        standsAlone: true);

    [Fact]
    public void A_document_whose_number_was_made_that_of_another_publishers_does_not_speak_for_it()
    {
        var theirs = new Description { Name = "Theirs", Attendance = AttendanceMode.Online };
        var descriptions = new Descriptions();
        descriptions.Add(Row(Mine.Doc) with { Prepared = Mine });

        Assert.NotNull(descriptions.AloneOf(Row([.. Mine.Doc])));
        Assert.Null(descriptions.AloneOf(Row(DescriptionCodec.Encode(theirs))));
        Assert.Equal("Theirs", descriptions.Of(Row(DescriptionCodec.Encode(theirs))).Name);
    }

    private static FragmentRow Row(byte[] doc) => new()
    {
        SubjectId = 1,
        Origin = (byte)FragmentOrigin.Own,
        FeedId = 1,
        ItemKey = 1,
        Type = OpportunityType.Event,
        HarvestedAt = 0,
        Hash = SameNumber,
        Doc = doc,
    };
}
