using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore;

/// <summary>Who and what passes while the site is down. One rule that holds is enough.</summary>
public sealed class MaintenanceAllowOptions
{
    /// <summary>Whole paths, without the path base, upper and lower case alike: <c>/login</c>.</summary>
    public IList<string> Paths { get; } = [];

    /// <summary>
    /// Paths with all below them, by whole segments: <c>/admin</c> is <c>/admin/users</c> and not
    /// <c>/administrator</c>.
    /// </summary>
    public IList<string> Prefixes { get; } = [];

    /// <summary>
    /// Paths with <c>*</c> (within a segment), <c>**</c> (any number of segments) and <c>?</c> (one character):
    /// <c>/files/**/*.pdf</c>.
    /// </summary>
    public IList<string> Globs { get; } = [];

    /// <summary>
    /// Regular expressions for the whole path, matched without backtracking; upper and lower case alike:
    /// <c>/orders/[0-9]+</c>.
    /// </summary>
    public IList<string> Patterns { get; } = [];

    /// <summary>Names of routes and endpoints.</summary>
    public IList<string> Routes { get; } = [];

    /// <summary>
    /// Hosts as the visitor asked for them, with or without a port: <c>admin.example.org</c>, <c>*.example.org</c>,
    /// <c>localhost:5001</c>.
    /// </summary>
    public IList<string> Hosts { get; } = [];

    /// <summary>
    /// Addresses and networks of the connection: <c>203.0.113.7</c>, <c>10.0.0.0/8</c>, <c>2001:db8::/32</c>. Behind a
    /// proxy, <c>UseForwardedHeaders</c>
    /// must come before.
    /// </summary>
    public IList<string> Networks { get; } = [];

    /// <summary>Names of users (<c>Identity.Name</c>), upper and lower case alike.</summary>
    public IList<string> Users { get; } = [];

    /// <summary>Roles of users.</summary>
    public IList<string> Roles { get; } = [];

    /// <summary>Authorization policies that a user must meet one of.</summary>
    public IList<string> Policies { get; } = [];

    /// <summary>Whether every signed-in user passes. Default: false.</summary>
    public bool Authenticated { get; set; }

    /// <summary>Whether everybody who is not signed in passes. Default: false.</summary>
    public bool Anonymous { get; set; }

    /// <summary>
    /// Authentication schemes that users of the rules above are looked for with, such as <c>Bearer</c>, where nobody is
    /// signed in yet as a request arrives. Empty (default): the app's default scheme.
    /// </summary>
    public IList<string> AuthenticationSchemes { get; } = [];

    /// <summary>
    /// A rule of the app's own, asked last. Null (default): none. One that throws lets nobody pass, and is logged.
    /// </summary>
    public Func<HttpContext, ValueTask<bool>>? Predicate { get; set; }
}
