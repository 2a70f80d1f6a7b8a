using DownPage.FrontEnds;
using DownPage.RenderProtocol;
using DownPage.Tool.Output;

namespace DownPage.Tool.Config;

/// <summary>What was written, for people: each file, and what is to be done with it.</summary>
internal static class ConfigText
{
    public static void Write(TextWriter writer, Palette palette, IReadOnlyList<ConfigPlan> plans)
    {
        foreach (var plan in plans)
        {
            writer.WriteLine(palette.Strong(plan.Path) + (plan.IsUnchanged ? palette.Faint("  as it was") : ""));
            foreach (var step in ConfigSteps.Of(plan.File))
            {
                writer.WriteLine(("  " + step).TrimEnd());
            }
        }

        foreach (var server in Silent(plans))
        {
            var guide = $"docs/guides/{GuideOf(server)}.md";
            writer.WriteLine($"What to do with the files of {server}: {guide} of the repository.");
        }
    }

    /// <summary>What needs no file, and why.</summary>
    public static void WriteYarp(TextWriter writer)
        => writer.WriteLine(
            "yarp needs no file: the proxy is an ASP.NET Core app. Publish it with the pages, and call "
            + "app.UseDownPages() in its Program.cs, before MapReverseProxy().");

    // Their files have no room for a comment.
    private static IEnumerable<string> Silent(IReadOnlyList<ConfigPlan> plans)
        => plans.GroupBy(plan => ServerOf(plan.File))
            .Where(server => server.All(plan => ConfigSteps.Of(plan.File).Count == 0))
            .Select(server => server.Key);

    private static string GuideOf(string server) => server switch
    {
        ServerNames.AppGateway or ServerNames.AppService => "azure",
        ServerNames.CloudflarePages => ServerNames.Cloudflare,
        ServerNames.Waf => ServerNames.Alb,
        _ => server,
    };

    private static string ServerOf(ConfigFile file) => file.Path.Split('/')[0];
}
