namespace DownPage.FrontEnds.Tests.Programs;

/// <summary>A Python of this machine that has a module: the one in the path, else that of the system's packages.</summary>
internal static class Python
{
    private static readonly string[] Programs = ["python3", "/usr/bin/python3"];

    /// <summary>Its name or path; where there is none, the test is inconclusive.</summary>
    /// <param name="module">Such as <c>yaml</c>.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public static async Task<string> WithAsync(string module, CancellationToken cancellationToken)
    {
        foreach (var program in Programs.Where(IsThere))
        {
            var result = await Command.RunAsync(
                program, ["-c", "import " + module], Path.GetTempPath(), environment: null, cancellationToken);
            if (result.ExitCode == 0)
            {
                return program;
            }
        }

        Assert.Inconclusive($"There is no python3 with the module {module}.");
        return "";
    }

    private static bool IsThere(string program)
        => Path.IsPathRooted(program) ? File.Exists(program) : Command.IsInstalled(program);
}
