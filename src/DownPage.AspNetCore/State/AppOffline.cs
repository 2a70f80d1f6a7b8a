using Microsoft.Extensions.Hosting;

namespace DownPage.AspNetCore.State;

/// <summary>
/// The file by which IIS takes an app down, looked for as IIS does: by its exact name, in the content root.
/// </summary>
internal sealed class AppOffline(IHostEnvironment environment)
{
    public const string FileName = "app_offline.htm";

    private readonly string path = Path.Combine(environment.ContentRootPath, FileName);

    /// <summary>The file as it is now; null: there is none. Never throws.</summary>
    public AppOfflineFile? Read()
    {
        try
        {
            var file = new FileInfo(path);
            return file.Exists
                ? new AppOfflineFile(new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero), file.Length)
                : null;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
