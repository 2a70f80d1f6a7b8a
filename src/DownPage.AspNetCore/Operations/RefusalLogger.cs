using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DownPage.AspNetCore.Operations;

/// <summary>
/// Drops warnings and errors without an exception that are about a request which was answered with the page.
/// </summary>
internal sealed class RefusalLogger(ILogger logger, IHttpContextAccessor accessor) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
        => logger.BeginScope(state);

    public bool IsEnabled(LogLevel logLevel) => logger.IsEnabled(logLevel);

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        var droppable = logLevel is LogLevel.Warning or LogLevel.Error && exception is null;
        if (!droppable || !RefusedRequest.Is(accessor.HttpContext))
        {
            logger.Log(logLevel, eventId, state, exception, formatter);
        }
    }
}
