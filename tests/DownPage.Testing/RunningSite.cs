using System.Diagnostics;
using System.Text.RegularExpressions;

namespace DownPage.Testing;

/// <summary>
/// A published app, running in Production on a free port of the loopback address until it is disposed.
/// </summary>
public sealed partial class RunningSite : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);

    private static readonly string[] Loopback = ["--urls", "http://127.0.0.1:0"];

    private readonly Process process;
    private readonly ProcessOutput output;
    private readonly HttpClient client;

    private RunningSite(Process process, ProcessOutput output, Uri address)
    {
        this.process = process;
        this.output = output;
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = address,
        };
    }

    /// <summary>The address that the app listens on.</summary>
    public Uri Address => client.BaseAddress!;

    /// <summary>What the app has printed so far.</summary>
    public string Output => output.ToString();

    /// <summary>Starts a published app and returns when it listens.</summary>
    /// <param name="site">The published site.</param>
    /// <param name="environment">Variables for the app; null for none.</param>
    /// <param name="cancellationToken">Ends the app when it does not listen yet.</param>
    /// <exception cref="InvalidOperationException">It does not listen; the message has its output.</exception>
    public static Task<RunningSite> StartAsync(
        PublishedSite site, IReadOnlyDictionary<string, string>? environment, CancellationToken cancellationToken)
        => StartAsync(
            site.Name,
            DotnetCommand.CreateStartInfo([$"{site.Name}.dll", .. Loopback], site.Directory, environment),
            cancellationToken);

    /// <summary>Starts an app that was published as native code, and returns when it listens.</summary>
    /// <exception cref="InvalidOperationException">It does not listen; the message has its output.</exception>
    public static Task<RunningSite> StartNativeAsync(PublishedSite site, CancellationToken cancellationToken)
        => StartAsync(
            site.Name,
            DotnetCommand.CreateStartInfo(Path.Combine(site.Directory, site.Name), Loopback, site.Directory, environment: null),
            cancellationToken);

    private static async Task<RunningSite> StartAsync(
        string name, ProcessStartInfo startInfo, CancellationToken cancellationToken)
    {
        var process = new Process { StartInfo = startInfo, EnableRaisingEvents = true };
        process.StartInfo.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        // An app that is killed leaves its diagnostic pipes in the temporary folder.
        process.StartInfo.Environment["DOTNET_EnableDiagnostics"] = "0";
        process.StartInfo.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";

        var output = new ProcessOutput();
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        output.Attach(process);
        output.LineWritten += line =>
        {
            if (NowListening().Match(line) is { Success: true } match)
                address.TrySetResult(new Uri(match.Groups["address"].Value));
        };
        process.Exited += (_, _) => address.TrySetException(new InvalidOperationException("it ended"));
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            return new RunningSite(process, output, await address.Task.WaitAsync(StartTimeout, cancellationToken));
        }
        catch (Exception exception)
        {
            await EndAsync(process);
            throw new InvalidOperationException(
                $"'{name}' does not listen: {exception.Message}. It printed:\n{output}", exception);
        }
    }

    /// <summary>Asks the app for a page. Redirects are not followed; any status is an answer.</summary>
    /// <param name="path">Path and query.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <param name="headers">Request headers, <c>Host</c> included.</param>
    /// <exception cref="InvalidOperationException">No answer came; the message has the app's output.</exception>
    public async Task<RunningSiteAnswer> GetAsync(
        string path, CancellationToken cancellationToken, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        try
        {
            using var response = await client.SendAsync(request, cancellationToken);
            return new RunningSiteAnswer(
                (int)response.StatusCode,
                response.Content.Headers.ContentType?.ToString(),
                await response.Content.ReadAsByteArrayAsync(cancellationToken));
        }
        catch (HttpRequestException exception)
        {
            throw new InvalidOperationException(
                $"GET {path} had no answer: {exception.Message} The app printed:\n{output}", exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await EndAsync(process);
    }

    private static async Task EndAsync(Process process)
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    [GeneratedRegex(@"Now listening on: (?<address>http://\S+)", RegexOptions.ExplicitCapture)]
    private static partial Regex NowListening();
}
