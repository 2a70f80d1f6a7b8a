namespace DownPage.AspNetCore.Tests.Proxying;

/// <summary>The failure itself.</summary>
internal sealed record ForwardingFailure(Exception? Exception) : IForwardingFailure;
