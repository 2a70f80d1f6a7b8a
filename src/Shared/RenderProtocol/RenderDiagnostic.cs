namespace DownPage.RenderProtocol;

/// <summary>What is wrong, where, and what to do about it.</summary>
internal sealed class RenderDiagnostic
{
    /// <summary>True: the page or the run failed; false: a warning.</summary>
    public bool IsError { get; set; } = true;

    /// <summary>One of <see cref="DiagnosticCodes"/>.</summary>
    public string Code { get; set; } = "";

    /// <summary>What was wrong with the value quoted, and what is valid or what to type.</summary>
    public string Message { get; set; } = "";

    /// <summary>The file at fault; null: none is known.</summary>
    public string? File { get; set; }

    /// <summary>The line in <see cref="File"/>, from 1; 0: unknown.</summary>
    public int Line { get; set; }

    /// <summary>The column in <see cref="Line"/>, from 1; 0: unknown.</summary>
    public int Column { get; set; }

    /// <summary>
    /// More for whoever digs deeper, the whole exception; logged at low importance. Null: nothing more.
    /// </summary>
    public string? Detail { get; set; }
}
