using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Signposting.Store.Commit;
using Signposting.Store.Opportunities;
using Signposting.Store.SameClass;
using Signposting.Store.Search;

namespace Signposting.Store.Tests.SameClass;

/// <summary>The numbers under which records stand in stores.</summary>
public sealed class ClassLikenessTests
{
    private static readonly GeoPoint Leeds = new(53.8, -1.55);

    /// <summary>Names that came before are remembered: none may be answered with another's number.</summary>
    [Fact]
    public void The_number_is_that_of_cell_kind_and_words_of_the_name_however_often_it_comes()
    {
        var random = new Random(5);
        for (var turn = 0; turn < 20_000; turn++)
        {
            var type = random.Next(2) == 0 ? OpportunityType.SessionSeries : OpportunityType.CourseInstance;
            var name = $"Café Yoga’s no. {random.Next(3000)}{(random.Next(9) == 0 ? new string('!', 100) : "")}";
            var hash = BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{type.Kind().Word()}\n{SearchWords.Plain(name)}")));
            Assert.Equal(ClassLikeness.FirstOf(Leeds) | hash, ClassLikeness.Of(type, OpportunityFlags.Placed, name, Leeds));
        }
    }

    [Fact]
    public void A_name_without_words_is_like_no_other() =>
        Assert.Null(ClassLikeness.Of(OpportunityType.SessionSeries, OpportunityFlags.Placed, "–", Leeds));
}
