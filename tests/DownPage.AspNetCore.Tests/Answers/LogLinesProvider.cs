using Microsoft.Extensions.Logging;

namespace DownPage.AspNetCore.Tests.Answers;

/// <summary>Keeps what a whole site logs.</summary>
internal sealed class LogLinesProvider(LogLines log) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => log;

    public void Dispose()
    {
    }
}
