using System.Buffers;
using System.Text;
using System.Text.Json;
using Feeds.Harvester.Json;
using Signposting.Store.Opportunities;

namespace Feeds.Harvester.Normalising;

/// <summary>What a record is joined by: its <c>@id</c>, or its <c>id</c> where that is a string.</summary>
internal static class SubjectKeys
{
    /// <summary>The key of a record's id; null when it has none.</summary>
    internal static SubjectKey? Of(in JsonRecord record, string feedUrl)
    {
        var id = record[Property.AtId];
        return id.IsString() ? OfId(id, feedUrl)
            : record[Property.Id] is { ValueKind: JsonValueKind.String } plain ? OfId(plain, feedUrl)
            : null;
    }

    /// <summary>
    /// The key of an id as published. One without a scheme ("17") is no name in the world, only at its publisher: it counts
    /// within the feed's origin, so that two publishers' number 17 do not become one opportunity.
    /// </summary>
    internal static SubjectKey OfId(JsonValue id, string feedUrl)
    {
        var utf8 = id.Utf8();
        return utf8.Contains((byte)':') ? SubjectKey.FromId(utf8) : Of(Origin(feedUrl), utf8);
    }

    /// <summary>The key of a parent that is known only by its content: equal parents in one feed are one subject.</summary>
    internal static SubjectKey OfContent(JsonValue content, string feedUrl) => Of(feedUrl, content.Raw);

    private static SubjectKey Of(ReadOnlySpan<char> scope, ReadOnlySpan<byte> rest)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(scope.Length) + 1 + rest.Length);
        var count = Encoding.UTF8.GetBytes(scope, buffer);
        buffer[count++] = (byte)'\n';
        rest.CopyTo(buffer.AsSpan(count));
        var key = SubjectKey.FromId(buffer.AsSpan(0, count + rest.Length));
        ArrayPool<byte>.Shared.Return(buffer);
        return key;
    }

    /// <summary>Scheme, host and port.</summary>
    private static ReadOnlySpan<char> Origin(string url)
    {
        var host = url.IndexOf("://", StringComparison.Ordinal) + 3;
        var path = host < 3 ? -1 : url.IndexOf('/', host);
        return path < 0 ? url : url.AsSpan(0, path);
    }
}
