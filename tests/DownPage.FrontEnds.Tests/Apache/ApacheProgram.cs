using System.Globalization;
using DownPage.FrontEnds.Tests.Programs;

namespace DownPage.FrontEnds.Tests.Apache;

/// <summary>The server's own configuration, as a user has it.</summary>
internal static class ApacheProgram
{
    private static readonly string[] Modules =
    [
        "mpm_event", "authn_core", "authz_core", "authz_host", "alias", "dir", "env", "filter", "deflate", "mime",
        "negotiation", "setenvif", "headers", "proxy", "proxy_http", "rewrite", "proxy_balancer", "slotmem_shm",
        "lbmethod_byrequests",
    ];

    private const string Usual = """
        INCLUDE
        ProxyPass / APP/
        """;

    public static bool IsInstalled => Command.IsInstalled("apache2");

    /// <summary>Starts it before an app that listens at a port, or does not.</summary>
    /// <param name="site">The site.</param>
    /// <param name="app">The port.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <param name="host">What stands in the host: INCLUDE is the line of the guide, APP the app's address.</param>
    public static Task<RunningServer> StartAsync(
        DeployedSite site, int app, CancellationToken cancellationToken, string host = Usual)
    {
        var port = RunningServer.FreePort();
        string[] arguments = ["-f", Write(site, port, app, host), "-DFOREGROUND"];
        return RunningServer.StartAsync("apache2", arguments, port, cancellationToken);
    }

    private static string Write(DeployedSite site, int port, int app, string host)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(site.Root) ?? "", "server")).FullName;
        var include = site.Config("apache/downpage.conf").Replace("\"", "\\\"", StringComparison.Ordinal);
        var file = Path.Combine(folder, "apache.conf");
        File.WriteAllText(file, string.Create(CultureInfo.InvariantCulture, $$"""
            ServerRoot {{folder}}
            DefaultRuntimeDir {{folder}}
            PidFile {{folder}}/apache.pid
            Mutex pthread default
            ErrorLog /dev/stderr
            ServerName localhost
            {{(Environment.IsPrivilegedProcess ? "User www-data\nGroup www-data" : "")}}
            Listen 127.0.0.1:{{port}}
            {{string.Join('\n', Modules.Select(Load))}}
            TypesConfig /etc/mime.types
            AddOutputFilterByType DEFLATE text/css
            <Directory />
                AllowOverride None
                Require all denied
            </Directory>
            <VirtualHost *:{{port}}>
            {{host.Replace("INCLUDE", $"Include \"{include}\"", StringComparison.Ordinal)
                .Replace("APP", FormattableString.Invariant($"http://127.0.0.1:{app}"), StringComparison.Ordinal)}}
            </VirtualHost>

            """));
        return file;
    }

    private static string Load(string module) => $"LoadModule {module}_module /usr/lib/apache2/modules/mod_{module}.so";
}
