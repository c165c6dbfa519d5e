using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Signposting.Store.Harvest;
using Signposting.Store.Opportunities;

namespace Signposting.Store.Tests;

/// <summary>How publishers' own words stand in the store: what was ever written there can be read for ever.</summary>
public sealed class OriginalsTests
{
    private const string FirstVersion =
        "1128B52FFD20A0BD010093420825252516A8BA38DEDB1A0AA171B65510022936721F1B59648A36EA504BAF634D0706FC8941D061BF39075582A7B297AF716DD88A";

    private const string Json = """{"@type":"SessionSeries","@id":"https://example.org/1","name":"Tai Chi – café","location":{"@type":"Place","geo":{"@type":"GeoCoordinates","latitude":53.8}}}""";

    [Fact]
    public void What_was_compressed_is_read_again()
    {
        byte[][] any = [[], Encoding.UTF8.GetBytes(Json), RandomNumberGenerator.GetBytes(70_000), Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Json, 20_000)))];
        Assert.All(any, data => Assert.Equal(data, Read(Originals.Compress(data))));
    }

    [Fact]
    public void What_an_older_version_compressed_with_Brotli_is_read()
    {
        for (var quality = 0; quality <= 11; quality++)
        {
            for (var window = 10; window <= 24; window++)
            {
                var compressed = new byte[2000];
                Assert.True(BrotliEncoder.TryCompress(Encoding.UTF8.GetBytes(Json), compressed, out var length, quality, window));
                Assert.Equal(Json, Encoding.UTF8.GetString(Read(compressed[..length])));
            }
        }
    }

    [Fact]
    public void The_dictionary_is_the_one_that_originals_in_stores_were_made_with()
    {
        using var dictionary = typeof(Originals).Assembly.GetManifestResourceStream("originals.1.zdict")!;
        Assert.Equal("ba37c4a730a32de2fbcbf483817b15129cedc53e1b39e8df57f2abe48e8df274", Convert.ToHexStringLower(SHA256.HashData(dictionary)));
    }

    [Fact]
    public void An_original_written_by_the_first_version_with_the_dictionary_is_read()
    {
        Assert.Equal(Json, Encoding.UTF8.GetString(Read(Convert.FromHexString(FirstVersion))));
    }

    [Fact]
    public void A_short_original_is_smaller_than_Brotli_makes_it()
    {
        var brotli = new byte[2000];
        Assert.True(BrotliEncoder.TryCompress(Encoding.UTF8.GetBytes(Json), brotli, out var length, 4, 16));
        Assert.InRange(Originals.Compress(Encoding.UTF8.GetBytes(Json)).Length, 1, length);
    }

    [Fact]
    public void A_damaged_original_is_refused_and_does_no_harm()
    {
        var whole = Originals.Compress(Encoding.UTF8.GetBytes(Json));
        var random = new Random(1);
        for (var turn = 0; turn < 3000; turn++)
        {
            var damaged = (byte[])whole.Clone();
            damaged[random.Next(damaged.Length)] ^= (byte)(1 + random.Next(255));
            var cut = damaged[..random.Next(damaged.Length + 1)];
            if (Record.Exception(() => Read(cut)) is { } refused)
                Assert.IsType<StoreException>(refused);
        }

        Assert.Throws<StoreException>(() => Read(whole[..^1]));
        Assert.Throws<StoreException>(() => Read([0x11]));
    }

    [Fact]
    public void An_original_larger_than_any_feed_may_send_is_refused_before_it_takes_memory()
    {
        var enormous = Originals.Compress(new byte[65 * 1024 * 1024]);
        Assert.Contains("larger", Assert.Throws<StoreException>(() => Read(enormous)).Message, StringComparison.Ordinal);
    }

    private static byte[] Read(byte[] compressed) => new KeptOriginal
    {
        Id = 1, FeedId = 1, FeedUrl = "", FeedKind = "", Subject = SubjectKey.FromId("1"), HarvestedAt = DateTimeOffset.UnixEpoch, Compressed = compressed,
    }.ReadData();
}
