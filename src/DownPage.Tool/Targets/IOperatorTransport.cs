namespace DownPage.Tool.Targets;

/// <summary>The way to an endpoint for operators: over the network, or through the app started for it.</summary>
internal interface IOperatorTransport : IDisposable
{
    /// <summary>What is reached, for messages: an address or a folder.</summary>
    string Name { get; }

    /// <summary>Sends a request and reads the answer, whatever its status.</summary>
    /// <exception cref="ToolException">There is no answer, or none of an endpoint.</exception>
    Task<EndpointReply> SendAsync(EndpointRequest request, CancellationToken cancellationToken);
}
