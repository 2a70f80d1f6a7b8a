using DownPage.AspNetCore.State;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DownPage.AspNetCore.Commands;

/// <summary>
/// Whether the command <c>downpage --through-app</c> has started the app, to ask it something: then no server starts,
/// and the app ends with its answer.
/// </summary>
internal static class CommandMode
{
    /// <summary>Names the file of the request.</summary>
    public const string Variable = "DOWNPAGE_COMMAND";

    // Read once: a process has one request, however many hosts it builds.
    private static readonly Lazy<CommandRun?> Run = new(Find);

    public static bool IsRunning => Run.Value is not null;

    /// <summary>Has the host of these services answer, where there is something to answer.</summary>
    public static void AttachTo(IServiceCollection services)
    {
        if (!Rendering.IsRunning && Run.Value is { } run)
        {
            run.Watch();
            services.AddSingleton(run);

            // The first of all, so that none of the app's starts.
            services.Insert(0, ServiceDescriptor.Singleton<IHostedService, CommandService>());
        }
    }

    /// <summary>
    /// Whoever set the variable wanted no server: with a request that cannot be heeded, the process ends, too.
    /// </summary>
    private static CommandRun? Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } file)
        {
            return null;
        }

        // Processes that the app starts, while it is built, are none of the command's.
        Environment.SetEnvironmentVariable(Variable, null);
        try
        {
            return new CommandRun(CommandRequest.Read(file));
        }
        catch (FormatException wrong)
        {
            Console.Error.WriteLine(
                $"downpage: {Variable} is set to '{file}', and {wrong.Message}. Only the command 'downpage' sets it: "
                + "take it out of the environment to start the app.");
            Environment.Exit(CommandExitCode.WrongRequest);
            return null;
        }
    }
}
