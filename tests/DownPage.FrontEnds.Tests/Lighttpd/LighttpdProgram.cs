using System.Globalization;
using DownPage.FrontEnds.Tests.Programs;

namespace DownPage.FrontEnds.Tests.Lighttpd;

/// <summary>The server's own configuration, as a user has it.</summary>
internal static class LighttpdProgram
{
    public static bool IsInstalled => Command.IsInstalled("lighttpd") && File.Exists("/usr/lib/lighttpd/mod_magnet.so");

    /// <summary>Starts it before an app that listens at a port, or does not.</summary>
    public static Task<RunningServer> StartAsync(
        DeployedSite site, int app, CancellationToken cancellationToken, string more = "")
    {
        var port = RunningServer.FreePort();
        string[] arguments = ["-D", "-f", Write(site, port, app, more)];
        return RunningServer.StartAsync("lighttpd", arguments, port, cancellationToken);
    }

    private static string Write(DeployedSite site, int port, int app, string more)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(site.Root) ?? "", "server")).FullName;
        var include = site.Config("lighttpd/downpage.conf").Replace("\"", "\\\"", StringComparison.Ordinal);
        var file = Path.Combine(folder, "lighttpd.conf");
        File.WriteAllText(file, string.Create(CultureInfo.InvariantCulture, $$"""
            server.modules = ( "mod_access" )
            server.document-root = "{{folder}}"
            server.bind = "127.0.0.1"
            server.port = {{port}}
            {{(Environment.IsPrivilegedProcess ? "server.username = \"www-data\"" : "")}}
            include "{{include}}"
            {{more}}
            server.modules += ( "mod_proxy" )
            proxy.server = ( "" => (( "host" => "127.0.0.1", "port" => {{app}} )) )

            """));
        return file;
    }
}
