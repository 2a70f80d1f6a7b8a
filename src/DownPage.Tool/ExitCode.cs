namespace DownPage.Tool;

/// <summary>What the command's exit code says to scripts. Never renumbered.</summary>
internal static class ExitCode
{
    /// <summary>Done; of <c>status</c>: the site is up.</summary>
    public const int Success = 0;

    /// <summary>Not done, and nothing has changed; the message says why.</summary>
    public const int Failure = 1;

    /// <summary>Of <c>status</c>: the site is down.</summary>
    public const int Down = 2;

    /// <summary>Of <c>verify</c>: something differs from what it should be.</summary>
    public const int Differs = 3;

    /// <summary>Not all nodes have followed in time.</summary>
    public const int NotFollowed = 4;

    /// <summary>The command line cannot be understood.</summary>
    public const int Usage = 64;

    /// <summary>Of <c>down -- COMMAND</c>: the command is there, and cannot be run.</summary>
    public const int CommandNotRunnable = 126;

    /// <summary>Of <c>down -- COMMAND</c>: there is no such command.</summary>
    public const int CommandNotFound = 127;

    /// <summary>Ended by Ctrl+C (128 + SIGINT).</summary>
    public const int Interrupted = 130;

    /// <summary>Ended from outside (128 + SIGTERM).</summary>
    public const int Terminated = 143;
}
