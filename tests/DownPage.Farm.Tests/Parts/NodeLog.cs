using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace DownPage.Farm.Tests.Parts;

/// <summary>What a node logs about maintenance mode, from information on.</summary>
internal sealed class NodeLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(EventId Id, LogLevel Level, string Text)> entries = [];

    public IReadOnlyCollection<(EventId Id, LogLevel Level, string Text)> Entries => entries;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
        => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            entries.Enqueue((eventId, logLevel, $"{formatter(state, exception)} {exception?.Message}".Trim()));
        }
    }

    public void Dispose()
    {
    }
}
