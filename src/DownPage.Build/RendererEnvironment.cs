namespace DownPage.Build;

/// <summary>
/// The environment that the app finds itself in while its pages are rendered; docs/properties.md lists it.
/// </summary>
internal static class RendererEnvironment
{
    // A ';' would end a variable of this list; %3B is how MSBuild's own tasks write one.
    public static string[] Variables(string environmentName, string applicationName, string projectDirectory) =>
    [
        "DOWNPAGE_RENDERING=1",
        "ASPNETCORE_ENVIRONMENT=" + environmentName,
        "DOTNET_ENVIRONMENT=" + environmentName,
        "ASPNETCORE_APPLICATIONNAME=" + applicationName,
        "DOTNET_APPLICATIONNAME=" + applicationName,
        "ASPNETCORE_CONTENTROOT=" + projectDirectory.Replace(";", "%3B"),
        "DOTNET_CONTENTROOT=" + projectDirectory.Replace(";", "%3B"),

        // Nothing that a developer's shell or an agent adds to its own programs belongs into a page.
        "ASPNETCORE_URLS=",
        "ASPNETCORE_HOSTINGSTARTUPASSEMBLIES=",
        "DOTNET_STARTUP_HOOKS=",

        // Nobody edits appsettings.json while the pages are rendered: no file watchers.
        "DOTNET_hostBuilder__reloadConfigOnChange=false",
        "ASPNETCORE_hostBuilder__reloadConfigOnChange=false",

        // Web apps ask for the server collector, which costs a short process start-up time and memory.
        "DOTNET_gcServer=0",
        "DOTNET_gcConcurrent=0",

        // The process ends before code that is compiled a second time, and better, could pay.
        "DOTNET_TieredPGO=0",
        "DOTNET_TC_CallCounting=0",

        // A hardening for long-lived servers that makes compiling at start slower.
        "DOTNET_EnableWriteXorExecute=0",
        "DOTNET_ROLL_FORWARD_TO_PRERELEASE=1",
    ];
}
