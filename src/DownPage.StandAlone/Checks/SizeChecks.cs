using DownPage.RenderProtocol;

namespace DownPage.StandAlone.Checks;

/// <summary>Whether the page is too large for the project's own limit, or for a server that shall show it.</summary>
internal static class SizeChecks
{
    public static IEnumerable<RenderDiagnostic> Run(CheckedPage page)
    {
        if (page.Page.Options.MaxBytes is { } limit && page.Bytes > limit)
        {
            yield return AtPage(page, PageWarnings.OverMaxBytes(page.Name, page.Bytes, limit));
        }

        foreach (var server in page.Page.Options.Servers.Select(ServerLimits.Find).OfType<ServerLimit>())
        {
            if (OverServer(page, server) is { } diagnostic)
            {
                yield return AtPage(page, diagnostic);
            }
        }
    }

    private static RenderDiagnostic? OverServer(CheckedPage page, ServerLimit server)
    {
        var (amount, size) = server.CountsText && page.TextCharacters is { } characters
            ? (characters, $"{PageWarnings.Number(characters)} characters as text")
            : (page.Bytes, $"{PageWarnings.Number(page.Bytes)} bytes");
        if (amount > server.Refused)
        {
            return PageWarnings.TooLargeForServer(page.Name, size, server);
        }

        return amount > server.Limit ? PageWarnings.OverServerLimit(page.Name, size, server) : null;
    }

    private static RenderDiagnostic AtPage(CheckedPage page, RenderDiagnostic diagnostic)
        => diagnostic.At((page.Page.SourceFile, 0, 0));
}
