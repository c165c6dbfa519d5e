using Signposting.Usage.Counting;

namespace Signposting.Usage.Tables;

/// <summary>A table as it is published.</summary>
public sealed record PublishedTable(UsageTable Table, IReadOnlyList<PublishedRow> Rows);

/// <summary>A row as it is published.</summary>
public sealed record PublishedRow(RowKey Key, Figure Contacts, Figure Searches, Figure Signposts);
