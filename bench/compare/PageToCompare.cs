namespace DownPage.Compare;

/// <summary>What the script is told of a page; it writes the same names.</summary>
/// <param name="Name">The page's name in files.</param>
/// <param name="Title">The page's title in the table.</param>
/// <param name="Address">Where the app answers it.</param>
/// <param name="File">What DownPage made of it.</param>
/// <param name="WebRoot">The published files, for tools that read files and no addresses.</param>
internal sealed record PageToCompare(string Name, string Title, Uri Address, string File, string WebRoot);
