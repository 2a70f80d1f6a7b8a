using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using DownPage.Servers.Tests.Http;
using DownPage.Servers.Tests.Pages;
using DownPage.Servers.Tests.Servers;

namespace DownPage.Servers.Tests.Harness;

/// <summary>A running server with its site, for one test alone; what the test changes is undone on dispose.</summary>
internal sealed class FrontLease(RunningFront front, SemaphoreSlim turn, CancellationToken cancellationToken)
    : IAsyncDisposable
{
    /// <summary>The address of the allow list.</summary>
    public static readonly IPAddress Allowed = IPAddress.Parse("127.0.0.2");

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private bool isSwitched;

    public FrontServer Server => front.Server;

    public ServerFacts Facts => front.Server.Facts;

    public ServerSetup Setup => front.Setup;

    public AppProcess App => front.App;

    public SitePages Pages => front.Pages;

    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>What the server has printed.</summary>
    public string Output => front.Process.Output;

    /// <summary>Asks the server, on a connection of its own.</summary>
    public Task<RawAnswer> AskAsync(RawRequest request)
        => RawConnection.AskAsync(Setup.Port, request, cancellationToken);

    public Task<RawAnswer> GetAsync(string target, params (string Name, string Value)[] headers)
        => AskAsync(new RawRequest("GET", target, headers));

    /// <summary>Asks the app itself.</summary>
    public Task<RawAnswer> AskAppAsync(RawRequest request)
        => RawConnection.AskAsync(Setup.AppPort, request, cancellationToken);

    /// <summary>A connection for several requests.</summary>
    public Task<RawConnection> ConnectAsync()
        => RawConnection.OpenAsync(Setup.Port, IPAddress.Loopback, cancellationToken);

    /// <summary>Asks the server by HTTP/2, over TLS.</summary>
    public Task<RawAnswer> AskHttp2Async(RawRequest request)
        => Http2Client.AskAsync(Setup.TlsPort, request, cancellationToken);

    /// <summary>Has the app running, and the server know of it.</summary>
    public async Task AppUpAsync()
    {
        await App.StartAsync(cancellationToken);
        // No path that passes while the site is down: a flag of the test before may be seen late.
        await UntilAsync(async () => (await GetAsync("/shop/up")).IsOfApp, Patience, "the app's answer");
    }

    /// <summary>Has the app gone, and the server know of it.</summary>
    public async Task AppGoneAsync()
    {
        await App.KillAsync();
        await UntilAsync(async () => (await GetAsync("/")).Status == Facts.Refused, Patience, "the page");
    }

    /// <summary>Takes the site down; returns when the server has seen it.</summary>
    public async Task SwitchDownAsync()
    {
        isSwitched = true;
        await Server.SwitchAsync(Setup, isDown: true, cancellationToken);
        await UntilAsync(async () => !(await GetAsync("/shop/flag")).IsOfApp, Facts.FlagTakes, "being down");
    }

    /// <summary>The app must be up.</summary>
    public async Task SwitchUpAsync()
    {
        isSwitched = false;
        await Server.SwitchAsync(Setup, isDown: false, cancellationToken);
        await UntilAsync(async () => (await GetAsync("/shop/flag")).IsOfApp, Facts.FlagTakes, "being up");
    }

    /// <summary>Has the server read its pages again, if it needs that.</summary>
    public Task PagesReadAgainAsync() => PagesReadAgainAsync(cancellationToken);

    /// <summary>
    /// Waits until something is seen. With no time for it, it must be so at once: then it is not even looked at here.
    /// </summary>
    public async Task UntilAsync(Func<Task<bool>> isSeen, TimeSpan limit, string what)
    {
        var since = Stopwatch.GetTimestamp();
        while (limit > TimeSpan.Zero && !await SeenAsync(isSeen))
        {
            if (Stopwatch.GetElapsedTime(since) > limit)
            {
                throw new TimeoutException(
                    $"{Server.Title} does not show {what} within {limit.TotalSeconds:F0} s. It printed:\n{Output}");
            }

            await Task.Delay(25, cancellationToken);
        }
    }

    /// <summary>Does something first; when that fails, the lease is returned.</summary>
    public async Task<FrontLease> OrReturnAsync(Func<Task> first)
    {
        try
        {
            await first();
            return this;
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (isSwitched)
            {
                await Server.SwitchAsync(Setup, isDown: false, CancellationToken.None);
                await Task.Delay(Facts.FlagTakes, CancellationToken.None);
            }

            if (App.KeepsFlag)
            {
                App.KeepsFlag = false;
                await App.KillAsync();
            }

            if (Pages.Restore())
            {
                await PagesReadAgainAsync(CancellationToken.None);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task PagesReadAgainAsync(CancellationToken untilThen)
    {
        if (Facts.PagesNeedReload)
        {
            await Server.ReloadAsync(Setup, front.Process, untilThen);
        }
        else
        {
            await Task.Delay(Facts.PagesTake, untilThen);
        }
    }

    private static async Task<bool> SeenAsync(Func<Task<bool>> isSeen)
    {
        try
        {
            return await isSeen();
        }
        catch (Exception notYet) when (notYet is SocketException or IOException)
        {
            return false;
        }
    }
}
