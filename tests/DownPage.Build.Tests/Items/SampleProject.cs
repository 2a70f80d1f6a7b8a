using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace DownPage.Build.Tests.Items;

/// <summary>A project folder with some views, and the reader of its items.</summary>
internal sealed class SampleProject : IDisposable
{
    private readonly TempFolder folder = new();

    public SampleProject()
    {
        Directory = folder.PathOf("Shop");
        AddFile("Views/Errors/502.cshtml");
        AddFile("Views/Errors/503.cshtml");
        AddFile("Views/Errors/Down.cshtml");
        Defaults = new PageDefaults
        {
            ProjectFile = Path.Combine(Directory, "Shop.csproj"),
            ProjectDirectory = Directory,
            OutputPath = "_downpage/",
        };
    }

    public string Directory { get; }

    public PageDefaults Defaults { get; }

    /// <summary>An item as a project writes it: its <c>Include</c> and metadata.</summary>
    public static ITaskItem Item(string include, params (string Name, string Value)[] metadata)
    {
        var item = new TaskItem(include);
        foreach (var (name, value) in metadata)
            item.SetMetadata(name, value);
        return item;
    }

    public void AddFile(string path) => folder.Write(Path.Combine("Shop", path), "<h1>Down</h1>");

    public PageItemReader Read(params ITaskItem[] items)
    {
        var reader = new PageItemReader(Defaults);
        reader.Read(items);
        return reader;
    }

    public void Dispose() => folder.Dispose();
}
