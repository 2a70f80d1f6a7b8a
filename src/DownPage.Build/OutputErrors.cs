using DownPage.RenderProtocol;

namespace DownPage.Build;

/// <summary>What can go wrong with the intermediate folder.</summary>
internal static class OutputErrors
{
    public static RenderDiagnostic NotWritable(string path, string why) => new()
    {
        Code = DiagnosticCodes.NotWritable,
        Message = $"'{Path.GetDirectoryName(path)}', where pages are rendered to, cannot be written to: {why} Make room or "
            + "give the user who publishes the right to write there, and publish again; what was published before is "
            + "untouched.",
    };
}
