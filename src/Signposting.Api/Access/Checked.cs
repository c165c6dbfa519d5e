namespace Signposting.Api.Access;

/// <summary>What came of looking at a request's credential.</summary>
internal abstract record Checked
{
    private Checked() { }

    /// <summary>None was sent.</summary>
    public sealed record Absent : Checked;

    public sealed record Known(Caller Caller) : Checked;

    /// <summary>It is not valid. The reason is a sentence for the caller, and repeats nothing of the credential.</summary>
    public sealed record Refused(string Reason) : Checked;

    /// <summary>It cannot be checked at the moment: the issuer of tokens does not answer.</summary>
    public sealed record Unavailable : Checked;
}
