using DownPage.Tool;

var context = new ToolContext
{
    Out = Console.Out,
    Error = Console.Error,
    In = Console.In,
    IsTerminal = !Console.IsOutputRedirected,
    Width = () => Console.WindowWidth,
    Directory = Environment.CurrentDirectory,
};
return await CommandLine.RunAsync(args, context, CancellationToken.None);
