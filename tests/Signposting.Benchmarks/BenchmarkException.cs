namespace Signposting.Benchmarks;

/// <summary>A benchmark cannot go on; the message is for the person who started it.</summary>
internal sealed class BenchmarkException(string message) : Exception(message);
