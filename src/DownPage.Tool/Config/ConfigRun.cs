using System.CommandLine;
using System.Text;
using DownPage.FrontEnds;
using DownPage.RenderProtocol;
using DownPage.Tool.Apps;
using DownPage.Tool.Output;

namespace DownPage.Tool.Config;

/// <summary>Reads what was published, makes configuration of it, and writes that.</summary>
internal sealed class ConfigRun(ToolContext context, ConfigOptions options, ParseResult typed)
{
    private readonly Palette palette = Palette.Of(context);

    public int Run()
    {
        if (options.IsList(typed))
        {
            context.Out.WriteLine(string.Join('\n', ServerNames.All));
            return ExitCode.Success;
        }

        var servers = ConfigServers.Of(options.Servers(typed));
        if (servers.Contains(ConfigServers.Yarp))
        {
            ConfigText.WriteYarp(options.IsJson(typed) || options.IsStdout(typed) ? context.Error : context.Out);
        }

        servers = [.. servers.Where(server => server != ConfigServers.Yarp)];
        return servers.Count == 0 ? ExitCode.Success : Write(servers);
    }

    private int Write(IReadOnlyList<string> servers)
    {
        var app = AppFolder.Open(options.App(typed), context);
        var frontEnds = options.FrontEnds(typed, servers, IsProject(app) ? null : app.Path);
        EnsureRooted(frontEnds);
        var writing = WritingOf(app, frontEnds);
        foreach (var error in writing.Errors)
        {
            context.Error.WriteLine($"error {error.Code}: {error.Message}");
        }

        foreach (var warning in writing.Warnings)
        {
            context.Error.WriteLine($"{palette.Notable("warning")} {warning.Code}: {warning.Message}");
        }

        if (writing.Files.Count == 0)
        {
            return ExitCode.Failure;
        }

        if (options.IsStdout(typed))
        {
            context.Out.Write(Text(writing.Files[0]));
            return ExitCode.Success;
        }

        Put(app, frontEnds, writing.Files);
        return ExitCode.Success;
    }

    private void Put(AppFolder app, FrontEndOptions frontEnds, IReadOnlyList<ConfigFile> files)
    {
        var own = Path.Combine(app.PagesFolder, "conf");
        var folder = options.Output(typed) is { } output ? Path.GetFullPath(output, context.Directory) : own;
        var plans = new ConfigFolder(folder).Write(files, options.IsForced(typed));
        if (options.IsJson(typed))
        {
            ConfigJson.Write(context.Out, plans);
            return;
        }

        ConfigText.Write(context.Out, palette, plans);
        if (folder != own && frontEnds.DeployRoot is { } root
            && files.Any(file => Text(file).Contains(Conf(app, root), StringComparison.Ordinal)))
        {
            context.Error.WriteLine(
                $"{palette.Notable("warning:")} the files name their place on the server: {Conf(app, root)}. "
                + "Put them there.");
        }
    }

    private ConfigWriting WritingOf(AppFolder app, FrontEndOptions frontEnds)
    {
        try
        {
            return ConfigWriting.Of(frontEnds, ConfigSite.Of(app, options.PathBase(typed)));
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new ToolException(
                DiagnosticCodes.NoPageBuilt,
                $"A page of '{app.PagesFolder}' cannot be read: {failed.Message.TrimEnd('.')}. Publish the site "
                    + "again, or run the command as a user who may read it.");
        }
    }

    private static void EnsureRooted(FrontEndOptions frontEnds)
    {
        var rooted = frontEnds.Servers.Where(server => FrontEndSet.Find(server)?.NeedsDeployRoot == true).ToList();
        if (string.IsNullOrEmpty(frontEnds.DeployRoot) && rooted.Count > 0)
        {
            throw new ToolException(
                DiagnosticCodes.DeployRootMissing,
                $"The configuration of {string.Join(", ", rooted)} names the folder that the app is deployed to, and "
                    + "this is the folder of a project. Type it: --deploy-root /srv/shop; or run the command on the "
                    + "server.");
        }
    }

    private static string Conf(AppFolder app, string root)
        => $"{root.TrimEnd('/', '\\')}/{Path.GetRelativePath(app.Path, app.PagesFolder)}/conf".Replace('\\', '/');

    private static string Text(ConfigFile file) => Encoding.UTF8.GetString(file.Content.Span);

    // What is built there is deployed to who knows where.
    private static bool IsProject(AppFolder app) => Directory.EnumerateFiles(app.Path, "*.csproj").Any();
}
