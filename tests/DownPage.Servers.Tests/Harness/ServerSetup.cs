using System.Globalization;

namespace DownPage.Servers.Tests.Harness;

/// <summary>Where a server finds what, for its configuration.</summary>
/// <param name="server">Its name, as in <c>DownPageServers</c>.</param>
/// <param name="folder">Its own folder, which its user can write to.</param>
/// <param name="siteRoot">The deploy root.</param>
internal sealed class ServerSetup(string server, string folder, string siteRoot)
{
    /// <summary>The server's own folder, which its user can write to: configuration, logs, sockets.</summary>
    public string Folder { get; } = folder;

    /// <summary>The deploy root: the published app.</summary>
    public string SiteRoot { get; } = siteRoot;

    /// <summary>The folder of the pages.</summary>
    public string PagesRoot { get; } = Path.Combine(siteRoot, "_downpage");

    /// <summary>What the publish has written for this server: <c>…/_downpage/conf/nginx</c>.</summary>
    public string ConfigRoot { get; } = Path.Combine(siteRoot, "_downpage", "conf", server);

    /// <summary>Its presence takes the site down.</summary>
    public string FlagFile { get; } = Path.Combine(siteRoot, "maintenance.on");

    /// <summary>Where the app listens, on 127.0.0.1, or nobody does.</summary>
    public string AppPort { get; } = Text(FreePort.Find());

    /// <summary>Where the server is to listen, on 127.0.0.1: HTTP/1.1.</summary>
    public string Port { get; } = Text(FreePort.Find());

    /// <summary>Where it is to listen for TLS with HTTP/2, if it can.</summary>
    public string TlsPort { get; } = Text(FreePort.Find());

    /// <summary>One more, for what a server needs besides.</summary>
    public string SparePort { get; } = Text(FreePort.Find());

    public string Certificate => PathOf(Certificates.Certificate);

    public string CertificateKey => PathOf(Certificates.Key);

    public string CertificateAndKey => PathOf(Certificates.Both);

    /// <summary>The path of a file in the server's folder.</summary>
    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>Writes a file into the server's folder.</summary>
    public string Write(string name, string text)
    {
        var file = PathOf(name);
        File.WriteAllText(file, text);
        return file;
    }

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
