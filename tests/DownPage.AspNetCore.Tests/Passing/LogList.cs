using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace DownPage.AspNetCore.Tests.Passing;

/// <summary>What was logged.</summary>
internal sealed class LogList : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string? Event, string Message)> records = new();

    public IReadOnlyList<string> Of(string name)
        => [.. records.Where(record => record.Event == name).Select(record => record.Message)];

    public ILogger CreateLogger(string categoryName) => new Logger(this);

    public void Dispose()
    {
    }

    private sealed class Logger(LogList list) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter)
            => list.records.Enqueue((logLevel, eventId.Name, formatter(state, exception)));
    }
}
