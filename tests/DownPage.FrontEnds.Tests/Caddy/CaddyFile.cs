using System.Text;

namespace DownPage.FrontEnds.Tests.Caddy;

/// <summary>What Caddy itself says of a file that was written for it.</summary>
internal sealed class CaddyFile : IDisposable
{
    private readonly TempFolder folder = new();

    public CaddyFile(IEnumerable<ConfigFile> files)
    {
        foreach (var file in files)
        {
            Path = folder.Write(file.Path, Encoding.UTF8.GetString(file.Content.Span));
        }
    }

    public static bool CanRun => Command.IsInstalled("caddy");

    /// <summary>The last of the files.</summary>
    public string Path { get; } = "";

    /// <summary>As <c>caddy validate</c> sees a site that imports the first of them.</summary>
    public Task<DotnetResult> ValidateAsync(string site, CancellationToken cancellationToken)
    {
        var file = folder.Write("Caddyfile", "{\n\tadmin off\n\tauto_https off\n}\n" + site);
        return RunAsync(["validate", "--adapter", "caddyfile", "--config", file], cancellationToken);
    }

    public Task<DotnetResult> FormatAsync(CancellationToken cancellationToken) => RunAsync(["fmt", Path], cancellationToken);

    public void Dispose() => folder.Dispose();

    private Task<DotnetResult> RunAsync(string[] arguments, CancellationToken cancellationToken)
        => Command.RunAsync(
            "caddy", arguments, folder.Root,
            new Dictionary<string, string> { ["HOME"] = folder.Root, ["XDG_DATA_HOME"] = folder.Root }, cancellationToken);
}
