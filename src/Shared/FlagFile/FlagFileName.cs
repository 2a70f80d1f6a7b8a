namespace DownPage.FlagFile;

/// <summary>Where the flag for front-end servers is: the same for the app, the command and written configuration.</summary>
internal static class FlagFileName
{
    private const string Ending = ".on";

    /// <summary>The path as it is written; relative ones are from the app's content root.</summary>
    /// <param name="flagFile"><c>MaintenanceMode:FlagFile</c>. Null: not set; empty: there shall be none.</param>
    /// <param name="downFile">
    /// <c>MaintenanceMode:DownFile</c>. Null: not set, so <c>maintenance.json</c>; empty: there is none.
    /// </param>
    /// <returns>Null: there is no flag.</returns>
    public static string? Of(string? flagFile, string? downFile)
        => flagFile switch
        {
            null => downFile is "" ? null : Beside(downFile ?? "maintenance.json"),
            "" => null,
            var given => given,
        };

    /// <summary>
    /// The down file's name with another ending. Its links are not followed: servers are told a path, and find the flag
    /// there. Paths of Windows are told apart on Linux too, where configuration for them is written.
    /// </summary>
    private static string Beside(string downFile)
    {
        var name = downFile.LastIndexOfAny(['/', '\\']) + 1;
        var dot = downFile.LastIndexOf('.');
        var stem = dot > name && !downFile.EndsWith(Ending, StringComparison.Ordinal) ? downFile[..dot] : downFile;
        return stem + Ending;
    }
}
