namespace DownPage.Tool.Running;

/// <summary>
/// Says something at a terminal that may be gone by now: that nobody listens must not keep a site down.
/// </summary>
internal static class SafeError
{
    public static void Write(ToolContext context, string line)
    {
        try
        {
            context.Error.WriteLine(line);
        }
        catch (IOException)
        {
        }
    }
}
