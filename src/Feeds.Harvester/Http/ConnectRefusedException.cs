namespace Feeds.Harvester.Http;

/// <summary>Carries a fault out of the connect callback, which has no other way to fail; <see cref="Attempt"/> unpacks it.</summary>
internal sealed class ConnectRefusedException(Fault fault, bool mayPass) : IOException(fault.Text)
{
    public Fault Fault { get; } = fault;

    public bool MayPass { get; } = mayPass;
}
