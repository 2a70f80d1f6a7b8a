using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Operations;

/// <summary>The mark of a request that was answered with the page, for what comes to log it.</summary>
internal sealed class RefusedRequest
{
    /// <summary>One for all: marking allocates nothing of its own.</summary>
    private static readonly RefusedRequest Refused = new();

    private RefusedRequest()
    {
    }

    public static void Mark(HttpContext context) => context.Features.Set(Refused);

    public static bool Is(HttpContext? context)
    {
        try
        {
            return context?.Features.Get<RefusedRequest>() is not null;
        }
        catch (ObjectDisposedException)
        {
            // A log record of work that outlived its request.
            return false;
        }
    }
}
