namespace Signposting.Store.Opportunities;

/// <summary>
/// The JSON of something that thousands of descriptions share, such as a venue, kept with it from the second time that it is written.
/// It is no part of what it is kept with: all are equal, and a copy with other properties does not take it for its own. Safe for concurrent use.
/// </summary>
internal struct WrittenJson : IEquatable<WrittenJson>
{
    private static readonly Text Once = new(null, []);

    private Text? _text;

    /// <returns>Empty when there is none.</returns>
    public readonly ReadOnlySpan<byte> Of(object owner) => _text is { } text && ReferenceEquals(text.Owner, owner) ? text.Json : [];

    public void Keep(object owner, ReadOnlySpan<byte> json) => _text = _text is null ? Once : new Text(owner, json.ToArray());

    public readonly bool Equals(WrittenJson other) => true;

    public override readonly bool Equals(object? obj) => obj is WrittenJson;

    public override readonly int GetHashCode() => 0;

    private sealed class Text(object? owner, byte[] json)
    {
        public readonly object? Owner = owner;
        public readonly byte[] Json = json;
    }
}
