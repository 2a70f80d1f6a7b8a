namespace DownPage.Build.Tests;

/// <summary>
/// Stands in for <c>dotnet</c>: a program that is started as the renderer would be and runs the test's script. So the
/// task's side of the process is tested without an app.
/// </summary>
internal sealed class FakeHost : IDisposable
{
    private const UnixFileMode Executable =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    // Its working directory is the project's, where the test has put its script.
    private const string Source = """
        #!/bin/sh
        for argument in "$@"; do echo "$argument"; done > seen.txt
        pwd >> seen.txt
        env | sort >> seen.txt
        RESPONSE=obj/downpage/render-response.json
        . ./script.sh
        """;

    private readonly TempFolder folder = new();

    /// <summary>Written once, before anything is started: a program that is open for writing cannot be started.</summary>
    public FakeHost()
    {
        Program = folder.Write("dotnet", Source.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Program, Executable);
    }

    /// <summary>The program to start.</summary>
    public string Program { get; }

    public void Dispose() => folder.Dispose();
}
