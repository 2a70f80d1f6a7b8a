using System.Diagnostics;
using System.Text.Json;
using DownPage.Testing;

namespace DownPage.Bench;

/// <summary>Starts the renderer as the task does, on the request that a publish left behind.</summary>
internal sealed class Renderer
{
    private readonly ProcessStartInfo start;

    /// <summary>What a publish must be told, so that its output says what <see cref="Renderer"/> wants to know.</summary>
    public const string Telling = "-p:DownPageVerbosity=high";

    /// <summary>Pages that stand alone, in all their forms: the default, whatever the site says.</summary>
    public static readonly string[] Alone = ["-p:DownPageSelfContained=true"];

    /// <summary>Pages as the app answers them, and nothing beside: what rendering costs.</summary>
    public static readonly string[] Linked =
        ["-p:DownPageSelfContained=false", "-p:DownPageCompress=false", "-p:DownPageFormats=html"];

    private const string RendererLine = "DownPage: [input] Renderer=";

    public Renderer(TestSite site, PublishedSite published)
    {
        var line = published.Result.Lines.First(line => line.Contains(RendererLine, StringComparison.Ordinal));
        var intermediate = site.PathOf("obj/Release/net10.0/downpage");

        // A copy: the next publish of the site writes another one, to other folders than this one names.
        var request = Path.Combine(site.Root, $"bench-{Guid.NewGuid():N}");
        File.WriteAllText(request, File.ReadAllText(Path.Combine(intermediate, "render-request.json"))
            .Replace(intermediate, request + "-downpage", StringComparison.Ordinal));
        Directory.CreateDirectory(request + "-downpage/pages");
        using var document = JsonDocument.Parse(File.ReadAllText(request));
        var output = document.RootElement.GetProperty("applicationDirectory").GetString()!;
        start = new ProcessStartInfo(DotnetCommand.HostPath)
        {
            WorkingDirectory = site.ProjectDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                "exec",
                "--depsfile", Path.Combine(output, site.Name + ".deps.json"),
                "--runtimeconfig", Path.Combine(intermediate, "app.runtimeconfig.json"),
                "--roll-forward", "Major",
                line[(line.IndexOf(RendererLine, StringComparison.Ordinal) + RendererLine.Length)..].Trim(),
                request,
            },
        };
        foreach (var (name, value) in Variables(site))
        {
            start.Environment[name] = value;
        }
    }

    /// <summary>One run: wall-clock seconds, and the peak of the process's memory in MB.</summary>
    public async Task<(double Seconds, double Megabytes)> RunAsync(CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        long peak = 0;
        while (!process.WaitForExit(2))
        {
            peak = Math.Max(peak, PeakOf(process));
        }

        var seconds = clock.Elapsed.TotalSeconds;
        await output;
        return process.ExitCode == 0
            ? (seconds, peak / 1024.0 / 1024.0)
            : throw new InvalidOperationException($"The renderer failed: {await error}");
    }

    private static long PeakOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }

    private static Dictionary<string, string> Variables(TestSite site) => new()
    {
        ["DOWNPAGE_RENDERING"] = "1",
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["ASPNETCORE_APPLICATIONNAME"] = site.Name,
        ["ASPNETCORE_CONTENTROOT"] = site.ProjectDirectory,
        ["DOTNET_gcServer"] = "0",
        ["DOTNET_gcConcurrent"] = "0",
        ["DOTNET_hostBuilder__reloadConfigOnChange"] = "false",
        ["DOTNET_TieredPGO"] = "0",
        ["DOTNET_TC_CallCounting"] = "0",
        ["DOTNET_EnableWriteXorExecute"] = "0",
    };
}
