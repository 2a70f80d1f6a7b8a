namespace DownPage.AspNetCore.Tests.Proxying;

/// <summary>
/// What the stand-in forwarder leaves on a request that it could not pass on: as IForwarderErrorFeature does it, which
/// is in a package that cannot be restored here.
/// </summary>
internal interface IForwardingFailure
{
    Exception? Exception { get; }
}
