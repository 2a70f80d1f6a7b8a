using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace DownPage.AspNetCore.Tests.Answers;

/// <summary>A logger that keeps what is logged.</summary>
internal sealed class LogLines : ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, EventId Id, string Text)> lines = [];

    public IReadOnlyList<(LogLevel Level, EventId Id, string Text)> All => [.. lines];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
        => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState,
        Exception?, string> formatter)
        => lines.Enqueue((logLevel, eventId, formatter(state, exception) + exception));
}
