using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Answers;

/// <summary>Sends a file beside the pages. Its name is its content's hash, so browsers may keep it for good.</summary>
internal static class AssetAnswer
{
    public static async Task WriteAsync(HttpContext context, PageAsset asset)
    {
        var response = context.Response;
        try
        {
            var file = new FileInfo(asset.Path);
            if (!file.Exists)
            {
                Miss(response);
                return;
            }

            response.Headers.ContentType = asset.MediaType;
            response.ContentLength = file.Length;
            response.Headers.CacheControl = "public, max-age=31536000, immutable";
            response.Headers.XContentTypeOptions = "nosniff";
            if (!HttpMethods.IsHead(context.Request.Method))
            {
                await response.SendFileAsync(asset.Path, 0, file.Length, context.RequestAborted);
            }
        }
        catch (Exception failed)
            when (failed is IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            // Gone is the file, or the client. A file that cannot be read is none: the page is shown without it.
            if (!response.HasStarted)
            {
                Miss(response);
            }
        }
    }

    private static void Miss(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status404NotFound;
        response.Headers.ContentType = default;
        response.Headers.CacheControl = "no-store";
        response.ContentLength = 0;
    }
}
