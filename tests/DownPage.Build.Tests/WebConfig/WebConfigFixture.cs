using System.Text;
using System.Xml.Linq;
using DownPage.Build.WebConfig;

namespace DownPage.Build.Tests.WebConfig;

/// <summary>A web.config in a folder of its own, and the task over it.</summary>
internal sealed class WebConfigFixture : IDisposable
{
    public const string Fragment = """
        <!-- Written by DownPage.Build 1.0.0 -->
        <httpErrors errorMode="Custom" existingResponse="Auto">
          <remove statusCode="500" subStatusCode="-1" />
          <error statusCode="500" subStatusCode="-1" path="_downpage\503.html" responseMode="File" />
          <remove statusCode="502" subStatusCode="-1" />
          <error statusCode="502" subStatusCode="-1" path="_downpage\502.html" responseMode="File" />
        </httpErrors>
        """;

    private readonly TempFolder folder = new();

    public WebConfigFixture(string? text = null, Encoding? encoding = null, string fragment = Fragment)
    {
        folder.Write("httpErrors.xml", fragment);
        if (text is not null)
        {
            File.WriteAllText(Path, text, encoding ?? new UTF8Encoding(false));
        }
    }

    public RecordingBuildEngine Engine { get; } = new();

    public string Path => folder.PathOf("web.config");

    public byte[] Bytes => File.ReadAllBytes(Path);

    public string Text => File.ReadAllText(Path);

    public XDocument Document => XDocument.Load(Path);

    /// <summary>All entries in their order: <c>remove 502</c>, <c>502 _downpage\502.html</c>.</summary>
    public IReadOnlyList<string> Entries =>
    [
        .. Document.Descendants("httpErrors").Elements().Select(entry => entry.Name == "error"
            ? $"{entry.Attribute("statusCode")?.Value} {entry.Attribute("path")?.Value}"
            : $"{entry.Name} {entry.Attribute("statusCode")?.Value}".TrimEnd()),
    ];

    public bool Run(Action<EditWebConfig>? change = null)
    {
        var task = new EditWebConfig
        {
            BuildEngine = Engine,
            WebConfig = Path,
            Fragment = folder.PathOf("httpErrors.xml"),
            PagesFolder = "_downpage/",
            ProjectFile = folder.PathOf("Shop.csproj"),
            DocumentationFile = "/pkg/docs/errors.md",
        };
        change?.Invoke(task);
        return task.Execute();
    }

    public void Dispose() => folder.Dispose();
}
