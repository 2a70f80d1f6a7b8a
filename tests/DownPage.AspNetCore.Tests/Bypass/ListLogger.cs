using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace DownPage.AspNetCore.Tests.Bypass;

/// <summary>Keeps what was logged, at every level, as "Category|Level|EventName|text".</summary>
internal sealed class ListLogger : ILoggerProvider
{
    private readonly ConcurrentQueue<string> records = [];

    public IReadOnlyList<string> Records => [.. records];

    public ILogger CreateLogger(string categoryName) => new Category(records, categoryName);

    public void Dispose()
    {
    }

    private sealed class Category(ConcurrentQueue<string> records, string name) : ILogger
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
        {
            var record = $"{name}|{logLevel}|{eventId.Name}|{formatter(state, exception)}";
            records.Enqueue(exception is null ? record : $"{record}|{exception.Message}");
        }
    }
}
