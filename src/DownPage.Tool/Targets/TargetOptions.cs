using System.CommandLine;

namespace DownPage.Tool.Targets;

/// <summary>The options that say which site is meant; every command that reads or changes a state has them.</summary>
internal sealed class TargetOptions(ToolContext context)
{
    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        ArgumentNullException.ThrowIfNull(command);
        _ = context;
        throw new NotImplementedException();
    }

    /// <summary>The site that is meant.</summary>
    /// <exception cref="ToolException">The options do not go together, or there is no such site.</exception>
    public IStateTarget Open(ParseResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        _ = context;
        throw new NotImplementedException();
    }
}
