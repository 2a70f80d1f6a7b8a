using System.Text;
using System.Xml;
using System.Xml.Linq;
using DownPage.RenderProtocol;
using Microsoft.Build.Framework;
using MSBuildTask = Microsoft.Build.Utilities.Task;

namespace DownPage.Build.WebConfig;

/// <summary>
/// Puts the pages into the web.config that is published. An XDT transform could not: one that is written for a file
/// with
/// <c>&lt;location&gt;</c> fails the publish of a project whose own file has none.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class EditWebConfig : MSBuildTask
{
    /// <summary>The web.config, which need not exist: a publish for Linux has none.</summary>
    [Required]
    public string WebConfig { get; set; } = null!;

    /// <summary>The file with the element <c>httpErrors</c>, as the renderer has written it.</summary>
    [Required]
    public string Fragment { get; set; } = null!;

    /// <summary><c>DownPageOutputPath</c>: what points below it is of an earlier publish.</summary>
    public string PagesFolder { get; set; } = "";

    /// <summary>The project: what a diagnostic without a better place points to.</summary>
    [Required]
    public string ProjectFile { get; set; } = null!;

    /// <summary>docs/errors.md: where help links point to.</summary>
    [Required]
    public string DocumentationFile { get; set; } = null!;

    /// <summary>The project's property of that name.</summary>
    public bool TreatWarningsAsErrors { get; set; }

    /// <summary>The codes in <c>NoWarn</c> and <c>WarningsNotAsErrors</c>.</summary>
    public string[] ExceptedCodes { get; set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        if (!File.Exists(WebConfig))
        {
            Log.LogMessage(MessageImportance.Normal, "DownPage: there is no '{0}', so IIS needs none of the pages.", WebConfig);
            return true;
        }

        try
        {
            Edit();
        }
        catch (XmlException wrong)
        {
            Report($"it is not well-formed XML: {wrong.Message}", wrong.LineNumber, wrong.LinePosition);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException)
        {
            Report(wrong.Message);
        }

        return !Log.HasLoggedErrors;
    }

    private void Edit()
    {
        var text = new WebConfigText(File.ReadAllBytes(WebConfig));
        if (XDocument.Parse(File.ReadAllText(Fragment, Encoding.UTF8)).Root is not { } wanted)
        {
            return;
        }

        var errors = new HttpErrors(text.Document, wanted, PagesFolder.Replace('/', '\\'));
        if (!errors.HasModule)
        {
            Report("it has no <aspNetCore> within a <system.webServer>");
            return;
        }

        if (errors.Merge())
        {
            File.WriteAllBytes(WebConfig, text.ToBytes());
            Log.LogMessage(MessageImportance.Normal, "DownPage: the pages are named in '{0}'.", WebConfig);
        }

        foreach (var code in errors.Foreign)
        {
            Log.LogMessage(
                MessageImportance.Normal, "DownPage: '{0}' has a page of its own for {1}, which stays.", WebConfig, code);
        }
    }

    private void Report(string why, int line = 0, int column = 0)
        => new DiagnosticLog(Log, ProjectFile, DocumentationFile)
        {
            TreatWarningsAsErrors = TreatWarningsAsErrors,
            ExceptedCodes = ExceptedCodes,
        }.Report(new RenderDiagnostic
        {
            IsError = false,
            Code = DiagnosticCodes.WebConfigUnreadable,
            Message = $"'{WebConfig}' is left as it is, and IIS will not show the pages: {why.TrimEnd('.')}. Mend it and "
                + $"publish again, or put what '{Fragment}' holds beside its <aspNetCore> yourself.",
            File = WebConfig,
            Line = line,
            Column = column,
        });
}
