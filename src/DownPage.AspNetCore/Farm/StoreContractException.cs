namespace DownPage.AspNetCore.Farm;

/// <summary>A store broke a rule; the message says which and how.</summary>
internal sealed class StoreContractException(string message) : Exception(message);
