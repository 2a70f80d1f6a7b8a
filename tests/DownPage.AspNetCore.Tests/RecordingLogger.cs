using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace DownPage.AspNetCore.Tests;

/// <summary>Keeps what was logged, at every level: as a provider what every category says, as a logger its own.</summary>
internal sealed class RecordingLogger : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<LogRecord> records = [];

    public IReadOnlyList<LogRecord> Records => [.. records];

    /// <summary>The records as text, "Category|Level|EventName|message".</summary>
    public IReadOnlyList<string> Lines => [.. records.Select(record => record.ToString())];

    public IEnumerable<LogRecord> OfMaintenance
        => records.Where(record => record.Category.StartsWith("DownPage.", StringComparison.Ordinal));

    /// <summary>The messages of an event.</summary>
    public IReadOnlyList<string> Of(string eventName)
        => [.. records.Where(record => record.EventName == eventName).Select(record => record.Message)];

    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    public void Dispose()
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
        => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        => Add("", logLevel, eventId, formatter(state, exception), exception);

    private void Add(string category, LogLevel level, EventId id, string message, Exception? exception)
        => records.Enqueue(new LogRecord(category, level, id.Name, message, exception));

    private sealed class Category(RecordingLogger owner, string name) : ILogger
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
            => owner.Add(name, logLevel, eventId, formatter(state, exception), exception);
    }
}
