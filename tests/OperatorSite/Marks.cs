namespace OperatorSite;

/// <summary>Files in the content root that tell a test what of the app has run.</summary>
internal static class Marks
{
    public static void Make(string name) => File.WriteAllText(Path.GetFullPath($"ran-{name}.txt"), "");
}
