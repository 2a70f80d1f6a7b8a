namespace DownPage.FrontEnds;

/// <summary>A server or service that stands in front of the site, and the configuration that it takes.</summary>
internal interface IFrontEnd
{
    /// <summary>Its name in <c>DownPageServers</c>, which is also its folder below <c>_downpage/conf/</c>.</summary>
    string Name { get; }

    /// <summary>Whether its files name folders of the server: then <see cref="FrontEndSite.DeployRoot"/> is known.</summary>
    bool NeedsDeployRoot { get; }

    /// <summary>Its files. The same site gives the same bytes.</summary>
    /// <exception cref="FrontEndException">
    /// A value cannot be written in its syntax, or a page is more than it takes.
    /// </exception>
    IReadOnlyList<ConfigFile> Write(FrontEndSite site);
}
