namespace DownPage.RenderProtocol;

/// <summary>What becomes of the scripts of a page that stands alone: <c>DownPageScripts</c>.</summary>
internal enum ScriptHandling
{
    /// <summary>Scripts go. A page that only tells that the site is down seldom needs one.</summary>
    Remove,

    /// <summary>Published scripts are put into the page, in their order.</summary>
    Inline,

    /// <summary>Scripts stay as they are written, and are asked for.</summary>
    Keep,
}
