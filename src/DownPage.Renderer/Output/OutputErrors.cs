using DownPage.RenderProtocol;

namespace DownPage.Renderer.Output;

/// <summary>What can go wrong on the way to the disk.</summary>
internal static class OutputErrors
{
    public static RenderDiagnostic NotWritable(string path, Exception cause) => new()
    {
        Code = DiagnosticCodes.NotWritable,
        File = path,
        Message = $"The page cannot be written: {cause.Message} Make room or give the user who publishes the right to write "
            + "there, and publish again; what was published before is untouched.",
    };
}
