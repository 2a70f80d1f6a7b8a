using System.Globalization;

namespace DownPage.FrontEnds.Iis;

/// <summary>
/// IIS with the ASP.NET Core Module: what web.config takes, which the publish has put in already, and the page that the
/// module itself answers with while it lies in the app's folder. It is parked here and never live.
/// </summary>
internal sealed class IisFrontEnd : IFrontEnd
{
    public string Name => "iis";

    public bool NeedsDeployRoot => false;

    public IReadOnlyList<ConfigFile> Write(FrontEndSite site)
    {
        var page = site.Maintenance.Default;
        var content = page.Read();
        OfflinePageCheck.Check(page.Path, content, site.AssetAddress);
        return
        [
            ConfigStamp.Sign("iis/httpErrors.xml", "<!--", site.Generator, Fragment(site), "-->"),
            new ConfigFile("iis/app_offline.htm", content),
        ];
    }

    private static string Fragment(FrontEndSite site) => $"""
        <!--
          DownPage - IIS - {IisText.Comment(site.Application)}

          Where it goes: into <system.webServer> of web.config, beside <aspNetCore>, which is to say
          disableStartUpErrorPage="true". dotnet publish has done so in the web.config that it made.
          Test:   appcmd list config "NAME OF THE SITE" /section:httpErrors
          Reload: none. IIS reads a web.config that has changed, and starts the app again.

          existingResponse="Auto": what the app answers stays as it is. responseMode="File": with ExecuteURL the page would
          be answered as 200.
        -->
        <httpErrors errorMode="Custom" existingResponse="Auto">
        {string.Join('\n', site.Gone.OrderBy(page => page.Key).Select(page => Error(site, page.Key, page.Value)))}
        </httpErrors>
        """;

    private static string Error(FrontEndSite site, int status, FrontEndPage page)
    {
        var folder = site.PagesFolder.Length > 0 ? site.PagesFolder + "/" : "";
        return string.Create(CultureInfo.InvariantCulture, $"""
              <remove statusCode="{status}" subStatusCode="-1" />
              <error statusCode="{status}" subStatusCode="-1" path="{IisText.Path(folder + page.Default.Path)}" responseMode="File" />
            """);
    }
}
