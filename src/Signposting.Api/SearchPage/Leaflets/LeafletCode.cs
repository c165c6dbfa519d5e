using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using Signposting.Api.SearchPage.Shortlists;

namespace Signposting.Api.SearchPage.Leaflets;

/// <summary>
/// A leaflet as it stands in its link: which activities, and when it was made. Nothing else, so that it tells nothing of the person,
/// and short enough for a text message: 51 characters for three activities (docs/decisions/0022).
/// </summary>
/// <param name="Ids">One to ten public ids.</param>
/// <param name="Made">To the second.</param>
internal sealed record LeafletCode(IReadOnlyList<string> Ids, DateTimeOffset Made)
{
    private const byte Form = 1;
    private const int HeadBytes = 5;

    // A link that lost its end in a message must not become a leaflet with fewer activities.
    private const int CheckBytes = 3;
    private static readonly DateTimeOffset Start = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly int MostCharacters = WebEncoders.Base64UrlEncode(new byte[HeadBytes + (Shortlist.Most * PackedIds.BytesEach) + CheckBytes]).Length;

    public string Write()
    {
        var ids = PackedIds.Pack(Ids);
        var bytes = new byte[HeadBytes + ids.Length + CheckBytes];
        bytes[0] = Form;
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(1), (uint)(Made - Start).TotalSeconds);
        ids.CopyTo(bytes, HeadBytes);
        CheckOf(bytes.AsSpan(..^CheckBytes)).CopyTo(bytes, bytes.Length - CheckBytes);
        return WebEncoders.Base64UrlEncode(bytes);
    }

    /// <summary>Null: it is no code, or not all of one.</summary>
    public static LeafletCode? Read(string? text)
    {
        if (text is null || text.Length > MostCharacters)
            return null;
        try
        {
            var bytes = WebEncoders.Base64UrlDecode(text);
            var ids = bytes.Length - HeadBytes - CheckBytes;
            if (ids <= 0 || ids % PackedIds.BytesEach != 0 || bytes[0] != Form || !CheckOf(bytes.AsSpan(..^CheckBytes)).AsSpan().SequenceEqual(bytes.AsSpan(^CheckBytes..)))
                return null;
            return new LeafletCode(PackedIds.Unpack(bytes.AsSpan(HeadBytes, ids)), Start.AddSeconds(BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(1))));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static byte[] CheckOf(ReadOnlySpan<byte> bytes) => SHA256.HashData(bytes)[..CheckBytes];
}
