namespace Signposting.SystemTests.Hostile;

/// <summary>One way in which a publisher attacks, and what must come of it.</summary>
/// <param name="Name">What it does; also the folder of its URLs.</param>
/// <param name="Answer">Answers a request. True: the connection may be used again.</param>
internal sealed record Attack(string Name, Func<Call, Task<bool>> Answer)
{
    /// <summary>The codes of the fault that must name it, any of them; empty: its feed is read to the last page.</summary>
    public string[] Faults { get; init; } = [];

    /// <summary>Items of it that must be held in spite of it.</summary>
    public int Held { get; init; }

    /// <summary>The reasons for which its other items must be rejected.</summary>
    public string[] Rejected { get; init; } = [];

    /// <summary>It attacks as a source (a catalogue or a dataset site), not as a feed.</summary>
    public bool IsSource { get; init; }

    /// <summary>It needs TLS.</summary>
    public bool IsSecure { get; init; }

    /// <summary>It lasts until time limits of half a minute and more have passed, so continuous integration leaves it out.</summary>
    public bool IsSlow { get; init; }

    /// <summary>The path at which it begins.</summary>
    public string Path => $"/{Name}/feed";
}
