namespace Signposting.Api.Hosting;

/// <summary>Why the program cannot go on: a sentence for the operator, printed when the host has stopped.</summary>
internal sealed class FatalProblem(IHostApplicationLifetime lifetime)
{
    public string? Text { get; private set; }

    public void Stop(string text)
    {
        Text = text;
        // A host that is stopped while it starts says so with a stack; when it has started already, this stops it at once.
        lifetime.ApplicationStarted.Register(lifetime.StopApplication);
    }
}
