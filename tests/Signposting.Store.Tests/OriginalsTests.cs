using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Signposting.Store.Commit;
using Signposting.Store.Harvest;
using Signposting.Store.Opportunities;

namespace Signposting.Store.Tests;

/// <summary>How publishers' own words stand in the store: what was ever written there can be read for ever.</summary>
public sealed class OriginalsTests
{
    private const string FirstVersion =
        "1128B52FFD20A0BD010093420825252516A8BA38DEDB1A0AA171B65510022936721F1B59648A36EA504BAF634D0706FC8941D061BF39075582A7B297AF716DD88A";

    private const string FirstBesideDoc =
        "120635F3A4A0000618010F7D000BD66578616D706C652E6F72672F31CE000F8B00010F8B04090FDB031860332E387D7D7D";

    private const string Json = """{"@type":"SessionSeries","@id":"https://example.org/1","name":"Tai Chi – café","location":{"@type":"Place","geo":{"@type":"GeoCoordinates","latitude":53.8}}}""";

    private static readonly byte[] Doc = """{"name":"Tai Chi – café","place":{"name":"All Saints Hall","lat":53.8,"lon":-1.5}}"""u8.ToArray();

    [Fact]
    public void What_was_compressed_is_read_again()
    {
        byte[][] any = [[], Encoding.UTF8.GetBytes(Json), RandomNumberGenerator.GetBytes(70_000), Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Json, 20_000)))];
        Assert.All(any, data => Assert.Equal(data, Read(Compress(data))));
    }

    [Fact]
    public void An_original_of_any_length_and_text_is_read_again_beside_any_description()
    {
        var random = new Random(7);
        for (var turn = 0; turn < 3000; turn++)
        {
            var doc = TextOf(random, random.Next(4) * random.Next(300));
            var data = TextOf(random, turn < 1000 ? turn / 10 : random.Next(turn * 20));
            Assert.Equal(data, Read(Compress(data, doc), doc));
        }
    }

    /// <summary>Sixteen bits are all that a length or an offset has.</summary>
    [Fact]
    public void Originals_about_as_large_as_a_small_one_may_be_are_read_again()
    {
        var sizes = Enumerable.Range(-3, 7).Select(more => Lz4Encoder.MostBytes - Originals.Dictionary.Length - Doc.Length + more).ToList();
        Assert.All(sizes, size => Assert.Equal(size, Read(Compress(TextOf(new Random(size), size))).Length));
        Assert.All(sizes, size => Assert.Equal(new byte[size], Read(Compress(new byte[size]))));
        Assert.Equal([0x12, 0x11], sizes.Select(size => Compress(new byte[size])[0]).Distinct());
    }

    [Fact]
    public void An_original_beside_another_description_than_its_own_is_refused()
    {
        Assert.Throws<StoreException>(() => Read(Compress(Encoding.UTF8.GetBytes(Json)), [.. Doc, (byte)' ']));
    }

    [Fact]
    public void What_stands_in_the_description_costs_nearly_nothing()
    {
        var words = RandomNumberGenerator.GetHexString(600);
        var doc = Encoding.UTF8.GetBytes($$"""{"name":"{{words}}"}""");
        Assert.InRange(Compress(Encoding.UTF8.GetBytes($$"""{"@type":"Event","name":"{{words}}"}"""), doc).Length, 1, 40);
    }

    [Fact]
    public void An_original_written_by_the_first_version_beside_its_description_is_read()
    {
        Assert.Equal(Json, Encoding.UTF8.GetString(Read(Convert.FromHexString(FirstBesideDoc))));
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
        Assert.InRange(Compress(Encoding.UTF8.GetBytes(Json)).Length, 1, length);
    }

    [Fact]
    public void A_damaged_original_is_refused_and_does_no_harm()
    {
        foreach (var whole in (byte[][])[Compress(Encoding.UTF8.GetBytes(Json)), OriginalsByZstd.Compress(Encoding.UTF8.GetBytes(Json))])
            Damage(whole);
        Assert.Throws<StoreException>(() => Read([0x11]));
        Assert.Throws<StoreException>(() => Read([0x12]));
    }

    [Fact]
    public void An_original_larger_than_any_feed_may_send_is_refused_before_it_takes_memory()
    {
        var enormous = Compress(new byte[65 * 1024 * 1024]);
        Assert.Contains("larger", Assert.Throws<StoreException>(() => Read(enormous)).Message, StringComparison.Ordinal);
    }

    private static void Damage(byte[] whole)
    {
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
    }

    /// <summary>Some words again and again, some letters of no sense.</summary>
    private static byte[] TextOf(Random random, int length)
    {
        var text = new StringBuilder();
        while (text.Length < length)
            text.Append(random.Next(3) == 0 ? RandomNumberGenerator.GetHexString(random.Next(1, 30)) : Json.Substring(random.Next(50), random.Next(1, 100)));
        return Encoding.UTF8.GetBytes(text.ToString())[..length];
    }

    private static byte[] Compress(byte[] data, byte[]? doc = null) => Originals.Compress(data, doc ?? Doc, ContentHash.Of(doc ?? Doc));

    private static byte[] Read(byte[] compressed, byte[]? doc = null) => new KeptOriginal
    {
        Id = 1, FeedId = 1, FeedUrl = "", FeedKind = "", Subject = SubjectKey.FromId("1"), HarvestedAt = DateTimeOffset.UnixEpoch, Compressed = compressed, Doc = doc ?? Doc,
    }.ReadData();
}
