using System.Security.Cryptography;
using K4os.Compression.LZ4;
using Signposting.Store.Harvest;

namespace Signposting.Store.Tests;

/// <summary>What is encoded here is decoded by the library, whatever it is and wherever its borders lie.</summary>
public sealed class Lz4EncoderTests
{
    private static readonly byte[] First = RandomNumberGenerator.GetBytes(200);

    private readonly Lz4Encoder encoder = new(First);

    [Fact]
    public void Data_of_every_short_length_and_period_is_read_again()
    {
        for (var length = 1; length < 300; length++)
        {
            for (var period = 1; period < 40; period++)
                Check([.. Enumerable.Range(0, length).Select(i => (byte)(i % period))], []);
        }
    }

    /// <summary>Letters and matches of lengths at which another byte begins, up to both ends of what a match may reach.</summary>
    [Fact]
    public void Letters_and_matches_of_all_lengths_are_read_again()
    {
        for (var length = 4; length < 600; length++)
        {
            var second = RandomNumberGenerator.GetBytes(length + 30);
            Check([.. second[..length]], second);
            Check([.. RandomNumberGenerator.GetBytes(length), .. second[^length..]], second);
            Check([.. First[..Math.Min(length, First.Length)], .. RandomNumberGenerator.GetBytes(length), .. First[..20]], second);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5_000)]
    public void As_much_as_there_is_room_for_is_read_again_even_if_nothing_repeats(int ofSecond)
    {
        var second = RandomNumberGenerator.GetBytes(ofSecond);
        for (var less = 0; less < 20; less++)
        {
            var length = Lz4Encoder.MostBytes - First.Length - second.Length - less;
            Check(RandomNumberGenerator.GetBytes(length), second);
            Check(new byte[length], second);
            Check([.. RandomNumberGenerator.GetBytes(length - second.Length), .. second], second);
        }
    }

    [Fact]
    public void More_than_there_is_room_for_is_refused()
    {
        var room = Lz4Encoder.MostBytes - First.Length;
        Assert.Throws<ArgumentException>(() => encoder.Encode(new byte[room + 1], []).Length);
        Assert.Throws<ArgumentException>(() => encoder.Encode(new byte[1], new byte[room]).Length);
        Assert.Throws<ArgumentException>(() => encoder.Encode([], new byte[room + 1]).Length);
        Assert.Throws<ArgumentException>(() => new Lz4Encoder(new byte[Lz4Encoder.MostBytes + 1]));
    }

    private void Check(byte[] data, byte[] second)
    {
        var read = new byte[data.Length];
        Assert.Equal(data.Length, LZ4Codec.Decode(encoder.Encode(data, second), read, [.. First, .. second]));
        Assert.Equal(data, read);
    }
}
