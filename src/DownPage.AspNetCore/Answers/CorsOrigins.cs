using System.Collections.Frozen;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Answers;

/// <summary>The origins of the options, whose browser clients may read the answer.</summary>
internal sealed class CorsOrigins
{
    private const int LongestPreflight = 2_048;

    private readonly FrozenSet<string> origins;
    private readonly bool any;
    private readonly bool credentials;

    private CorsOrigins(MaintenanceCorsOptions options)
    {
        origins = options.Origins.Select(Normalize).OfType<string>().ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        any = origins.Contains("*");
        credentials = options.AllowCredentials && !any;
    }

    /// <summary>Whether the answer differs by origin, for caches.</summary>
    public bool Varies => !any;

    /// <returns>Null: the options name none.</returns>
    public static CorsOrigins? Create(MaintenanceCorsOptions options)
        => options.Origins.Count > 0 ? new CorsOrigins(options) : null;

    /// <summary>As browsers write it: no usual port, the host in ASCII.</summary>
    /// <returns>Null: it is no origin.</returns>
    public static string? Normalize(string? origin)
    {
        if (origin == "*")
        {
            return origin;
        }

        if (!Uri.TryCreate(origin, UriKind.Absolute, out var uri) || uri.Host.Length == 0 || uri.UserInfo.Length > 0
            || uri.PathAndQuery is not ("/" or "") || uri.Fragment.Length > 0 || origin.EndsWith('/')
            || origin.Any(char.IsWhiteSpace) || origin.Contains('*') || origin.Contains('\\'))
        {
            return null;
        }

        if (UriHost.Of(uri) is not { } host)
        {
            return null;
        }

        var normal = uri.IsDefaultPort ? $"{uri.Scheme}://{host}" : $"{uri.Scheme}://{host}:{uri.Port}";
        return Ascii.IsValid(normal) ? normal : null;
    }

    /// <returns>Whether the origin may read the answer.</returns>
    public bool Apply(HttpContext context, bool isPreflight)
    {
        var asked = context.Request.Headers.Origin;
        if (asked is not [{ } origin])
        {
            return false;
        }

        // Said back as the options have it: never what a stranger wrote.
        if (!origins.TryGetValue(any ? "*" : origin, out var allowed))
        {
            return false;
        }

        var headers = context.Response.Headers;
        headers.AccessControlAllowOrigin = allowed;
        if (credentials)
        {
            headers.AccessControlAllowCredentials = "true";
        }

        if (isPreflight)
        {
            AllowRequest(context.Request.Headers, headers);
        }

        return true;
    }

    // The site's own rules may be stricter; they decide again as soon as it is up, since nothing of this is remembered.
    private static void AllowRequest(IHeaderDictionary request, IHeaderDictionary response)
    {
        if (request.AccessControlRequestMethod is [{ } method] && IsList(method, ""))
        {
            response.AccessControlAllowMethods = method;
        }

        if (request.AccessControlRequestHeaders is [{ } names] && IsList(names, ", "))
        {
            response.AccessControlAllowHeaders = names;
        }
    }

    private static bool IsList(string text, string between)
        => text.Length is > 0 and <= LongestPreflight
            && text.All(character => char.IsAsciiLetterOrDigit(character)
                || "!#$%&'*+-.^_`|~".Contains(character, StringComparison.Ordinal)
                || between.Contains(character, StringComparison.Ordinal));
}
