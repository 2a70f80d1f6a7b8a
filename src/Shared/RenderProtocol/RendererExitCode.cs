namespace DownPage.RenderProtocol;

/// <summary>How the renderer's process ends. The response says why.</summary>
internal static class RendererExitCode
{
    /// <summary>Every page was rendered.</summary>
    public const int Rendered = 0;

    /// <summary>The response holds at least one error.</summary>
    public const int Failed = 1;

    /// <summary>The request cannot be read, or is of another version.</summary>
    public const int InvalidRequest = 2;

    /// <summary>The response could not be written; the line of stderr that names its file says why.</summary>
    public const int ResponseNotWritten = 3;

    /// <summary>Not ours: the .NET host's own answer when a framework is not installed.</summary>
    public const int FrameworkMissing = 150;
}
