using DownPage.FrontEnds;
using DownPage.PageManifest;
using DownPage.RenderProtocol;
using Microsoft.Extensions.Configuration;

namespace DownPage.Renderer.Output;

/// <summary>Writes the configuration of the servers in front, once the pages and their manifest are written.</summary>
internal sealed class ConfigOutput(RenderRequest request, IConfiguration? configuration)
{
    private const string Section = "MaintenanceMode:";

    /// <summary>Writes beside the pages, into <c>conf/</c>, and reports what stands against it.</summary>
    /// <exception cref="RenderFailure">The disk does not take it.</exception>
    public void Write(string application, PageWriter writer, RenderResponse response)
    {
        if (request.FrontEnds.Servers.Count == 0)
        {
            return;
        }

        var writing = ConfigWriting.Of(request.FrontEnds, Built(application));
        response.Diagnostics.AddRange(writing.Errors.Select(error => Diagnostic(error, isError: true)));
        response.Diagnostics.AddRange(writing.Warnings.Select(warning => Diagnostic(warning, isError: false)));
        response.Pages.AddRange(writing.Files.Select(file => writer.WriteConfiguration("conf/" + file.Path, file.Content)));
    }

    private BuiltSite Built(string application) => new()
    {
        Generator = request.Generator,
        Application = application,
        PagesFolder = request.OutputPath.TrimEnd('/'),
        PathBase = request.PathBase,
        Manifest = PageManifestReader.Read(Read(PageManifestFile.Name)),
        Settings = configuration is null ? AppSettingsReading.None : new AppSettingsReading(
            key => configuration[Section + key],
            key => [.. configuration.GetSection(Section + key).GetChildren().Select(entry => entry.Value).OfType<string>()]),
        Read = Read,
    };

    private byte[] Read(string file) => File.ReadAllBytes(Path.Combine(request.PagesDirectory, file));

    private RenderDiagnostic Diagnostic(FrontEndFinding finding, bool isError) => new()
    {
        IsError = isError,
        Code = finding.Code,
        Message = finding.Message,
        File = request.ProjectFile,
    };
}
