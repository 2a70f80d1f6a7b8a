namespace DownPage.FrontEnds;

/// <summary>Something to tell the user.</summary>
/// <param name="Code">One of <c>DiagnosticCodes</c>.</param>
/// <param name="Message">What was wrong with the value quoted, and what to type.</param>
internal sealed record FrontEndFinding(string Code, string Message);
