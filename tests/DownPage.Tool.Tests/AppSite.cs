using System.Text.Json;
using System.Text.Json.Nodes;

namespace DownPage.Tool.Tests;

/// <summary>The folder of an app, and the command in it.</summary>
internal sealed class AppSite : IDisposable
{
    private readonly TempFolder folder = new();

    public AppSite(string settings = "{}") => folder.Write("appsettings.json", settings);

    public SetClock Clock { get; init; } = SetClock.AtNoon();

    public string Root => folder.Root;

    public string DownFile => folder.PathOf("maintenance.json");

    public string HistoryFile => folder.PathOf("maintenance.history.jsonl");

    public string PathOf(string name) => folder.PathOf(name);

    public string Write(string name, string content) => folder.Write(name, content);

    public Task<ToolRun> RunAsync(params string[] arguments) => ToolRun.RunAsync(Root, Clock, arguments);

    /// <summary>Runs what has to succeed.</summary>
    public async Task<ToolRun> DoAsync(params string[] arguments)
    {
        var run = await RunAsync(arguments);
        Assert.AreEqual(ExitCode.Success, run.ExitCode, run.Error);
        return run;
    }

    public async Task<JsonNode> StatusAsync() => JsonNode.Parse((await RunAsync("status", "--json")).Out)!;

    /// <summary>The down file as it is written.</summary>
    public JsonElement Written()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(DownFile));
        return document.RootElement.Clone();
    }

    public string Member(string name) => Written().GetProperty(name).ToString();

    public void Dispose() => folder.Dispose();
}
