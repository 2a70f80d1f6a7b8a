namespace DownPage.Soak.Results;

/// <summary>Whose answer it was.</summary>
internal enum Verdict
{
    /// <summary>The app's, whole.</summary>
    App,

    /// <summary>The page, whole, because the app was gone.</summary>
    Page,

    /// <summary>The page, whole, because of the flag.</summary>
    Maintenance,

    /// <summary>The app's, broken off as it died: an answer that has begun cannot be replaced.</summary>
    Cut,

    /// <summary>Anything else.</summary>
    Wrong,
}
