using System.Diagnostics;
using DownPage.Servers.Tests.Harness;

namespace DownPage.Servers.Tests.Servers;

/// <summary>
/// A front-end server: its own whole configuration, as a user writes it, and what is to be known of it.
/// </summary>
internal abstract class FrontServer
{
    /// <summary>As in <c>DownPageServers</c>: <c>nginx</c>; or that and its variant: <c>nginx-full</c>.</summary>
    public abstract string Name { get; }

    /// <summary>As in <c>DownPageServers</c>: the folder of its configuration.</summary>
    public virtual string Configuration => Name;

    /// <summary>As people write it: <c>HAProxy</c>.</summary>
    public abstract string Title { get; }

    /// <summary>The program that is started: <c>varnishd</c>.</summary>
    public virtual string Program => Name;

    /// <summary>Files that packages of their own have, and that it needs here.</summary>
    public virtual IReadOnlyList<string> NeededFiles => [];

    /// <summary>What it does where servers differ.</summary>
    public abstract ServerFacts Facts { get; }

    /// <summary>
    /// The user that it is started as. Null: root, because it gives up its rights itself. What its packages run it as,
    /// so that it may read here what it may read there.
    /// </summary>
    public virtual string? User => null;

    /// <summary>Its arguments for saying its version.</summary>
    public virtual IReadOnlyList<string> VersionArguments => ["-v"];

    /// <summary>The signal that stops it.</summary>
    public virtual string StopSignal => "TERM";

    /// <summary>
    /// Writes its configuration into the setup's folder: the app at <c>127.0.0.1:AppPort</c>, time limits of one
    /// second, a site on <c>Port</c> (and, with TLS and HTTP/2, on <c>TlsPort</c>), a second host <c>second.test</c>
    /// where that is cheap, and the lines that the guide has a user add.
    /// </summary>
    public abstract void Write(ServerSetup setup);

    /// <summary>Its arguments to run in the foreground.</summary>
    public abstract IReadOnlyList<string> Arguments(ServerSetup setup);

    /// <summary>Its arguments for checking the configuration. Empty: it cannot.</summary>
    public abstract IReadOnlyList<string> CheckArguments(ServerSetup setup);

    /// <summary>Variables of its environment.</summary>
    public virtual IReadOnlyDictionary<string, string> Environment(ServerSetup setup)
        => new Dictionary<string, string>();

    /// <summary>
    /// Takes the site down at the server, or up: by the flag file, unless the server has none. Need not wait until it
    /// is seen.
    /// </summary>
    public virtual Task SwitchAsync(ServerSetup setup, bool isDown, CancellationToken cancellationToken)
    {
        if (isDown)
        {
            File.WriteAllText(setup.FlagFile, "");
        }
        else
        {
            File.Delete(setup.FlagFile);
        }

        return Task.CompletedTask;
    }

    /// <summary>Has it read its configuration and pages again, as the guide says. Only where pages need it.</summary>
    public virtual Task ReloadAsync(ServerSetup setup, ChildProcess process, CancellationToken cancellationToken)
        => process.SignalAsync("HUP", cancellationToken);

    /// <summary>Runs the server's own check of the configuration, as the user that it runs as.</summary>
    public async Task<DotnetResult> CheckAsync(ServerSetup setup, CancellationToken cancellationToken)
    {
        var (program, arguments) = AsItsUser(CheckArguments(setup));
        return await Command.RunAsync(program, arguments, setup.Folder, Environment(setup), cancellationToken);
    }

    /// <summary>
    /// The program and its arguments, run as <see cref="User"/>, where whoever runs the tests can do that.
    /// </summary>
    public (string Program, IReadOnlyList<string> Arguments) AsItsUser(IReadOnlyList<string> arguments)
        => User is { } user && System.Environment.IsPrivilegedProcess
            ? ("setpriv", ["--reuid", user, "--regid", user, "--clear-groups", Program, .. arguments])
            : (Program, arguments);

    /// <summary>The first line that it prints when it is asked for its version.</summary>
    public async Task<string> VersionAsync(CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Program, VersionArguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{Program} did not start.");
        var texts = await Task.WhenAll(
            process.StandardOutput.ReadToEndAsync(cancellationToken),
            process.StandardError.ReadToEndAsync(cancellationToken));
        return string.Concat(texts).Split('\n')[0].Trim();
    }

    public override string ToString() => Name;
}
