using System.Text;
using DownPage.Status;
using DownPage.Tool.Output;
using DownPage.Tool.Targets;

namespace DownPage.Tool.Commands;

/// <summary>Shows a status again and again.</summary>
internal static class StatusWatch
{
    private const string Clear = "\x1b[H\x1b[2J";

    public static async Task<int> RunAsync(
        IStateTarget site, bool json, TimeSpan pause, ToolContext context, CancellationToken cancellationToken)
    {
        var shown = "";
        while (true)
        {
            var (text, meant) = await TextAsync(site, json, context, cancellationToken);
            if (context.IsTerminal && !json)
            {
                context.Out.Write(Clear + text);
            }
            else if (meant != shown)
            {
                context.Out.Write(text);
            }

            context.Out.Flush();
            shown = meant;
            await Task.Delay(pause, context.Clock, cancellationToken);
        }
    }

    /// <summary>What to show, and by what it is known to be another: the time that is left is another each second.</summary>
    private static async Task<(string Text, string Meant)> TextAsync(
        IStateTarget site, bool json, ToolContext context, CancellationToken cancellationToken)
    {
        using var writer = new StringWriter();
        try
        {
            var status = await site.ReadAsync(cancellationToken);
            if (json)
            {
                JsonOutput.Write(writer, status);
            }
            else
            {
                writer.WriteLine(MomentText.Of(context.Clock.GetUtcNow(), context.Clock));
                new StatusReport(context with { Out = writer }).Write(status, site.Name);
            }

            return (writer.ToString(), Encoding.UTF8.GetString(StatusWriter.Write(status)));
        }
        catch (ToolException failed)
        {
            // A store that is away comes back: whoever watches wants to see that.
            var line = $"error {failed.Code}: {failed.Message}{Environment.NewLine}";
            return (json ? "" : line, line);
        }
    }
}
