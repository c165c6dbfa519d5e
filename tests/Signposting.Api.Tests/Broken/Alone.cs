namespace Signposting.Api.Tests.Broken;

/// <summary>Tests that hold the service to seconds: beside others they would measure the others.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
