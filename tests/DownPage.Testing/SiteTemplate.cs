using System.Collections.Concurrent;

namespace DownPage.Testing;

/// <summary>What <c>dotnet new</c> makes, made once per run for each template and name.</summary>
internal static class SiteTemplate
{
    /// <summary>The file of a test asset that names its template, with extra arguments after the name.</summary>
    public const string FileName = "template.txt";

    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Made = new(StringComparer.Ordinal);

    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);

    /// <summary>
    /// The folder with the template's files for a project of that name: to copy from, never to change.
    /// </summary>
    public static Task<string> GetAsync(string template, string name, CancellationToken cancellationToken) =>
        Made.GetOrAdd($"{name}: {template}", _ => new Lazy<Task<string>>(() => MakeAsync(template, name)))
            .Value.WaitAsync(cancellationToken);

    private static async Task<string> MakeAsync(string template, string name)
    {
        using var timeout = new CancellationTokenSource(Timeout);
        var folder = RunFolder.CreateUnique(Path.Combine("templates", name));
        var arguments = template.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var result = await DotnetCommand.RunAsync(
            ["new", .. arguments, "--name", name, "--output", folder, "--no-restore"],
            RunFolder.Path,
            environment: null,
            timeout.Token);
        result.EnsureSuccess();
        return folder;
    }
}
