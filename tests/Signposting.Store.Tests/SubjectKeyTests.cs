using System.Security.Cryptography;
using System.Text;
using Signposting.Store.Opportunities;

namespace Signposting.Store.Tests;

/// <summary>What records are joined by, in every store and for ever.</summary>
public sealed class SubjectKeyTests
{
    /// <summary>Ids that came before are remembered: none may be answered with another's key.</summary>
    [Fact]
    public void The_key_of_an_id_is_the_beginning_of_its_hash_however_often_it_comes()
    {
        var random = new Random(3);
        string[] beginnings = ["", "a", "https://example.org/id/series/", new string('x', 119), "é"];
        for (var turn = 0; turn < 20_000; turn++)
        {
            var id = beginnings[random.Next(beginnings.Length)] + random.Next(1 << random.Next(12)) + (random.Next(3) == 0 ? "/sessions" : "");
            Assert.Equal(SubjectKey.FromBytes(SHA256.HashData(Encoding.UTF8.GetBytes(id))), SubjectKey.FromId(id));
        }
    }
}
