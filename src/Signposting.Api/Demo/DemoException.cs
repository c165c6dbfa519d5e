namespace Signposting.Api.Demo;

/// <summary>The demo cannot run; the message is a sentence that says why.</summary>
internal sealed class DemoException(string message) : Exception(message);
