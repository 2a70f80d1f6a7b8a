using Microsoft.Extensions.Logging;

namespace DownPage.AspNetCore.Tests;

internal sealed record LogRecord(string Category, LogLevel Level, string? EventName, string Message, Exception? Exception)
{
    public override string ToString()
        => $"{Category}|{Level}|{EventName}|{Message}" + (Exception is null ? "" : $"|{Exception.Message}");
}
