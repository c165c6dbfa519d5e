namespace Feeds.Harvester.Rpde;

/// <summary>An item that cannot be used. It stops neither its page nor its feed.</summary>
/// <param name="Reason">One of <see cref="RejectionReason"/>.</param>
/// <param name="Detail">One sentence for the operator and the publisher.</param>
/// <param name="Id">The id, where it could be read.</param>
/// <param name="Position">Counted from 0 in the page's <c>items</c>.</param>
public sealed record RejectedItem(string Reason, string Detail, string? Id, int Position);
