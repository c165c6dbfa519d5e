using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Net.Http.Headers;

namespace Signposting.Api.Hosting;

/// <summary>Tags of what an answer says. Weak, because members that only tell the time of asking are left out of them.</summary>
internal static class EntityTag
{
    public static EntityTagHeaderValue Of<T>(T value, JsonTypeInfo<T> type) => Of(JsonSerializer.SerializeToUtf8Bytes(value, type));

    public static EntityTagHeaderValue Of(ReadOnlySpan<byte> content) =>
        new($"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16))}\"", isWeak: true);

    /// <summary>Whether the caller holds this already.</summary>
    public static bool IsHeld(HttpRequest request, EntityTagHeaderValue tag) =>
        request.Headers.IfNoneMatch is { Count: > 0 } sent
        && EntityTagHeaderValue.TryParseList(sent!, out var held)
        && held.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Compare(tag, useStrongComparison: false));
}
