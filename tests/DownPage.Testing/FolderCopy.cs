namespace DownPage.Testing;

/// <summary>Copies folders of sources: what a build made is left out.</summary>
public static class FolderCopy
{
    private static readonly string[] BuildFolders = ["bin", "obj"];

    /// <summary>Copies a folder's files over those of another folder.</summary>
    public static void Overlay(string source, string destination)
    {
        Directory.CreateDirectory(destination);
        foreach (var file in Directory.EnumerateFiles(source))
            File.Copy(file, Path.Combine(destination, Path.GetFileName(file)), overwrite: true);

        foreach (var folder in Directory.EnumerateDirectories(source))
        {
            var name = Path.GetFileName(folder);
            if (!BuildFolders.Contains(name, StringComparer.OrdinalIgnoreCase))
                Overlay(folder, Path.Combine(destination, name));
        }
    }
}
