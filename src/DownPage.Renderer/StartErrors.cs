using System.Diagnostics;
using System.Globalization;
using DownPage.Renderer.Rendering;
using DownPage.RenderProtocol;

namespace DownPage.Renderer;

/// <summary>What can be wrong with an app that is started to render its pages, and what to do about it.</summary>
internal static class StartErrors
{
    private const string Avoid =
        "Give the build what the app needs, or skip that code when the environment variable DOWNPAGE_RENDERING is 1, or "
        + "set <DownPageHost>Isolated</DownPageHost> in the project: then no code of the app's entry point runs.";

    private const string AvoidApp =
        "Skip that code when the environment variable DOWNPAGE_RENDERING is 1, or, if no item has a Route, set "
        + "<DownPageHost>Services</DownPageHost>: then nothing after Build() runs.";

    public static RenderDiagnostic Threw(RenderRequest request, Exception thrown) => At(
        request,
        thrown,
        DiagnosticCodes.StartThrew,
        $"Before its host was built, the app threw {Describe(thrown)} {Avoid}");

    public static RenderDiagnostic ServerStartThrew(RenderRequest request, Exception thrown) => At(
        request,
        thrown,
        DiagnosticCodes.ServerStartThrew,
        $"After Build() and before its server started, the app threw {Describe(thrown)} {AvoidApp}");

    public static RenderDiagnostic Crashed(RenderRequest request, Exception thrown) => At(
        request,
        thrown,
        DiagnosticCodes.StartThrew,
        $"A thread of the app ended the process with {Describe(thrown)} {Avoid}");

    public static RenderDiagnostic TimedOut(RenderRequest request) => InProject(
        request,
        DiagnosticCodes.StartTimedOut,
        $"The app did not build its host within {Seconds(request)} s. It may be waiting for something that the build "
        + $"machine cannot reach. {Avoid} <DownPageTimeout> sets the seconds.");

    public static RenderDiagnostic ServerStartTimedOut(RenderRequest request) => InProject(
        request,
        DiagnosticCodes.ServerStartTimedOut,
        $"The app built its host but did not start its server within {Seconds(request)} s. {AvoidApp} "
        + "<DownPageTimeout> sets the seconds.");

    public static RenderDiagnostic Exited(RenderRequest request, int exitCode) => InProject(
        request,
        DiagnosticCodes.StartExited,
        $"The app ended the process (exit code {exitCode}) before its pages were rendered; its last output, if any, stands "
        + $"below. {Avoid}");

    public static RenderDiagnostic BuiltNoHost(RenderRequest request) => InProject(
        request,
        DiagnosticCodes.StartBuiltNoHost,
        "The app's entry point ended without building a web host; its last output, if any, stands below. A host is built "
        + "by WebApplicationBuilder.Build() or IHostBuilder.Build() with ConfigureWebHostDefaults. " + Avoid);

    public static RenderDiagnostic NotLoadable(RenderRequest request, Exception thrown) => new()
    {
        Code = DiagnosticCodes.AppNotLoadable,
        File = request.ProjectFile,
        Message = $"The app '{request.ApplicationAssembly}' cannot be loaded: {EndSentence(thrown.Message)} Build the project and "
            + "publish it again; with --no-build, build the same configuration, framework and runtime first.",
        Detail = thrown.ToString(),
    };

    public static RenderDiagnostic InvalidRoutePattern(RenderRequest request, Exception thrown) => InProject(
        request,
        DiagnosticCodes.InvalidProperty,
        $"<DownPageRoutePattern>{request.RoutePattern}</DownPageRoutePattern> is not valid: "
        + $"{EndSentence((thrown.InnerException ?? thrown).Message)} Write it as the app's MapControllerRoute has it, "
        + "{controller=Home}/{action=Index}/{id?}.");

    public static string Describe(Exception thrown) => $"{thrown.GetType().Name}: {EndSentence(thrown.Message)}";

    private static string EndSentence(string message)
    {
        var line = message.ReplaceLineEndings(" ").Trim();
        return line.EndsWith('.') || line.EndsWith('!') || line.EndsWith('?') ? line : line + ".";
    }

    private static string Seconds(RenderRequest request)
        => (request.TimeoutMilliseconds / 1000).ToString(CultureInfo.InvariantCulture);

    private static RenderDiagnostic InProject(RenderRequest request, string code, string message)
        => new() { Code = code, File = request.ProjectFile, Message = message };

    // Points to the app's own line where its symbols tell, which is where the remedy goes.
    private static RenderDiagnostic At(RenderRequest request, Exception thrown, string code, string message)
    {
        var place = SourcePlace.Find(
            new StackTrace(thrown, fNeedFileInfo: true), request.ContentRoot, _ => true)
            ?? new SourcePlace(request.ProjectFile, 0, 0);
        return new RenderDiagnostic
        {
            Code = code,
            File = place.File,
            Line = place.Line,
            Column = place.Column,
            Message = message,
            Detail = thrown.ToString(),
        };
    }
}
