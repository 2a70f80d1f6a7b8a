using System.Text.Json;
using DownPage.Testing;

namespace DownPage.Packages.Tests.Awkward;

/// <summary>What a publish printed, what it left, and what the app did meanwhile.</summary>
internal sealed class Publication
{
    private readonly PublishedSite published;

    public Publication(TestSite site, PublishedSite published)
    {
        this.published = published;
        Findings = [.. Result.Diagnostics.Select(diagnostic => Finding.From(diagnostic, site.ProjectDirectory))];
        Traces =
        [
            .. Directory.EnumerateFiles(site.ProjectDirectory, "*.ran")
                .Select(file => Path.GetFileNameWithoutExtension(file))
                .Order(StringComparer.Ordinal),
        ];
    }

    public DotnetResult Result => published.Result;

    public int ExitCode => Result.ExitCode;

    /// <summary>Every error and warning of the publish, whoever's it is.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>What parts of the app left in the content root: <c>migration</c>, <c>hosted-service</c>.</summary>
    public IReadOnlyList<string> Traces { get; }

    /// <summary>The pages and their manifest; empty when the publish has none.</summary>
    public IReadOnlyList<string> Pages => published.DownPageFiles;

    /// <summary>A page's text; fails with the whole output when there is no such page.</summary>
    public string Page(string file) => published.Page(file);

    /// <summary>The bytes of a file among the pages.</summary>
    public byte[] PageBytes(string file) => published.PageBytes(file);

    /// <summary>The manifest of the pages.</summary>
    public JsonDocument Manifest => published.Manifest;

    /// <summary>The publish, when it succeeded without an error or a warning.</summary>
    public Publication EnsureClean()
    {
        Assert.AreEqual(0, ExitCode, Result.ToString());
        Assert.IsEmpty(Findings, Result.ToString());
        return this;
    }

    /// <summary>The one error of a publish that failed and left no page.</summary>
    public Finding EnsureFailedWithOne()
    {
        EnsureFailed();
        Assert.HasCount(1, Findings, Result.ToString());
        return Findings[0];
    }

    /// <summary>The publish, when it failed and left no page.</summary>
    public Publication EnsureFailed()
    {
        Assert.AreEqual(1, ExitCode, Result.ToString());
        Assert.IsEmpty(Pages, Result.ToString());
        return this;
    }
}
