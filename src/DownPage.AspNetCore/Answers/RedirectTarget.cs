using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Answers;

/// <summary>Where visitors are sent instead of being shown the page.</summary>
internal sealed class RedirectTarget
{
    private const string Remedy = "it must be a path of the site that begins with one '/', such as '/status', "
        + "or an absolute http or https address";

    // A path needs some host to be read with.
    private static readonly Uri AnyHost = new("http://localhost");

    private readonly string location;
    private readonly string? host;
    private readonly PathString path;

    private RedirectTarget(Uri uri, string name, bool isLocal)
    {
        var origin = uri.IsDefaultPort ? $"{uri.Scheme}://{name}" : $"{uri.Scheme}://{name}:{uri.Port}";
        location = (isLocal ? "" : origin) + uri.PathAndQuery + uri.Fragment;
        host = isLocal ? null : name;
        path = new PathString(Uri.UnescapeDataString(uri.AbsolutePath).TrimEnd('/'));
    }

    /// <param name="value">The option, or what the down file says.</param>
    /// <param name="why">What is wrong with it; empty where nothing is.</param>
    /// <returns>Null: nobody is to be sent there.</returns>
    public static RedirectTarget? TryParse(string? value, out string why)
    {
        why = Remedy;
        if (string.IsNullOrEmpty(value) || value.Contains('\\')
            || value.Any(character => char.IsControl(character) || char.IsWhiteSpace(character)))
        {
            return null;
        }

        var isLocal = value[0] == '/';
        if (isLocal ? !Uri.TryCreate(AnyHost, value, out var uri) : !Uri.TryCreate(value, UriKind.Absolute, out uri))
        {
            return null;
        }

        // "/.//evil.example" is a path, but what is left of it when it is put in order names a host.
        if (isLocal
            && (value.StartsWith("//", StringComparison.Ordinal)
                || uri.AbsolutePath.StartsWith("//", StringComparison.Ordinal)))
        {
            return null;
        }

        if (isLocal && uri.AbsolutePath == "/")
        {
            why = "the site's root is down itself; " + Remedy;
            return null;
        }

        if (!isLocal && (uri.Scheme is not ("http" or "https") || uri.UserInfo.Length > 0))
        {
            return null;
        }

        if (UriHost.Of(uri) is not { Length: > 0 } name)
        {
            return null;
        }

        // Servers refuse to send anything else in a header.
        var target = new RedirectTarget(uri, name, isLocal);
        if (target.location.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            return null;
        }

        why = "";
        return target;
    }

    /// <summary>The header <c>Location</c>. Null: the request is for the target itself.</summary>
    public string? LocationFor(HttpRequest request)
    {
        if (host is null)
        {
            return request.Path.StartsWithSegments(path) ? null : WithBase(request.PathBase);
        }

        var isOwn = string.Equals(request.Host.Host, host, StringComparison.OrdinalIgnoreCase);
        return isOwn && request.PathBase.Add(request.Path).StartsWithSegments(path) ? null : location;
    }

    // A base that names a host can come from a forwarded header only, of a proxy that passes on what strangers send.
    private string WithBase(PathString pathBase)
        => pathBase.HasValue && pathBase.ToUriComponent() is ['/', not ('/' or '\\'), ..] and var start
            ? start.TrimEnd('/') + location
            : location;
}
