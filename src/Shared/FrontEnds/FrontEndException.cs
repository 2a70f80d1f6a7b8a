namespace DownPage.FrontEnds;

/// <summary>Configuration cannot be written: a code of the registry, and what to do.</summary>
internal sealed class FrontEndException(string code, string message) : Exception(message)
{
    /// <summary>One of <c>DiagnosticCodes</c>.</summary>
    public string Code { get; } = code;
}
