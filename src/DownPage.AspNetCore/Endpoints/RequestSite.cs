using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Endpoints;

/// <summary>
/// Whether a request that changes something comes from this site, or from a program: a page of another site that an
/// operator looks at must not take this one down with the operator's cookie.
/// </summary>
internal static class RequestSite
{
    /// <summary>What browsers send by themselves, with the requests of other sites' pages too.</summary>
    private static readonly string[] SentByBrowsers =
        ["Basic", "Digest", "Negotiate", "NTLM", "Kerberos", "HOBA", "Mutual"];

    public static bool MayChange(HttpRequest request)
    {
        if (HasCredentialsOfItsOwn(request.Headers.Authorization.ToString()))
        {
            return true;
        }

        if (request.Headers["Sec-Fetch-Site"] is { Count: > 0 } site)
        {
            return string.Equals(site.ToString(), "same-origin", StringComparison.OrdinalIgnoreCase);
        }

        return IsOwn(request, request.Headers.Origin.ToString());
    }

    private static bool HasCredentialsOfItsOwn(string authorization)
        => AuthenticationHeaderValue.TryParse(authorization, out var header)
            && !string.IsNullOrEmpty(header.Parameter)
            && !SentByBrowsers.Contains(header.Scheme, StringComparer.OrdinalIgnoreCase);

    private static bool IsOwn(HttpRequest request, string origin)
        => request.Host.HasValue
            && Uri.TryCreate(origin, UriKind.Absolute, out var from)
            && Uri.TryCreate($"{request.Scheme}://{request.Host.Value}", UriKind.Absolute, out var own)
            && from.Scheme is "http" or "https"
            && from is { PathAndQuery: "/", UserInfo: "" }
            && Uri.Compare(
                from, own, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.Ordinal) == 0;
}
