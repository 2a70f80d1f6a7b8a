using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace DownPage.AspNetCore.Tests;

/// <summary>Keeps what was logged.</summary>
internal sealed class RecordingLogger : ILoggerProvider
{
    private readonly ConcurrentQueue<LogRecord> records = [];

    public IReadOnlyCollection<LogRecord> Records => records;

    public IEnumerable<LogRecord> OfMaintenance => records.Where(record => record.Category.StartsWith("DownPage.", StringComparison.Ordinal));

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(RecordingLogger owner, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => owner.records.Enqueue(new LogRecord(category, logLevel, eventId.Name, formatter(state, exception), exception));
    }
}
