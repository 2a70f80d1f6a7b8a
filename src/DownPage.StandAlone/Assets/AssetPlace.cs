namespace DownPage.StandAlone.Assets;

/// <summary>Where a URL of a page leads.</summary>
internal enum AssetPlace
{
    /// <summary>Nowhere: a data: URL, a fragment of the page itself, a script.</summary>
    Page,

    /// <summary>A file that is published with the app.</summary>
    Published,

    /// <summary>The app, which publishes no such file: it would have to answer itself.</summary>
    App,

    /// <summary>Another host.</summary>
    Outside,
}
