using System.Net;
using System.Net.Sockets;
using DownPage.Servers.Tests.Http;
using DownPage.Servers.Tests.Pages;
using DownPage.Servers.Tests.Servers;

namespace DownPage.Servers.Tests.Harness;

/// <summary>A server that runs before a site of its own, from its first use to the end of the run.</summary>
internal sealed class RunningFront
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private RunningFront(FrontServer server, ServerSetup setup, ChildProcess process)
    {
        Server = server;
        Setup = setup;
        Process = process;
        App = new AppProcess(setup.SiteRoot, setup.AppPort);
        Pages = SitePages.Of(setup.PagesRoot);
    }

    public FrontServer Server { get; }

    public ServerSetup Setup { get; }

    public ChildProcess Process { get; }

    public AppProcess App { get; }

    public SitePages Pages { get; }

    /// <summary>Returns when the server listens; the app is not started.</summary>
    public static async Task<RunningFront> StartAsync(FrontServer server, CancellationToken cancellationToken)
    {
        var published = await Publish.GetAsync(cancellationToken);
        var folder = WorkFolder.Make(server.Name, WorkFolder.Open);
        var setup = new ServerSetup(
            server.Configuration,
            WorkFolder.Make(Path.Combine(server.Name, "server"), WorkFolder.Writable),
            Path.Combine(folder, "site"));
        SiteCopy.Make(published.Directory, setup.SiteRoot);
        Certificates.Write(setup.Folder);
        server.Write(setup);
        var check = server.CheckArguments(setup);
        if (check.Count > 0)
        {
            (await server.CheckAsync(setup, cancellationToken)).EnsureSuccess();
        }

        var (program, arguments) = server.AsItsUser(server.Arguments(setup));
        var process = ChildProcess.Start(program, arguments, setup.Folder, server.Environment(setup));
        var front = new RunningFront(server, setup, process);
        try
        {
            await front.ListensAsync(cancellationToken);
            return front;
        }
        catch
        {
            await front.EndAsync();
            throw;
        }
    }

    public async Task EndAsync()
    {
        await App.KillAsync();
        await Process.EndAsync(Server.StopSignal);
    }

    private async Task ListensAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        while (true)
        {
            try
            {
                using var connection = await RawConnection.OpenAsync(Setup.Port, IPAddress.Loopback, patience.Token);
                return;
            }
            catch (SocketException) when (!Process.HasEnded)
            {
                await Task.Delay(20, patience.Token);
            }
            catch (SocketException)
            {
                throw new InvalidOperationException($"{Server.Title} has ended. It printed:\n{Process.Output}");
            }
        }
    }
}
