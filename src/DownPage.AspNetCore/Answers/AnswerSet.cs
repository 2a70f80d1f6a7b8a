using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Answers;

/// <summary>The answers for a state, in every form and language, composed once.</summary>
internal sealed class AnswerSet
{
    public static AnswerSet Compose(PageLibrary pages, MaintenanceModeOptions options, MaintenanceState state, TimeProvider clock) => new();

    /// <summary>What is wrong with the options of the answer, each as "MaintenanceMode:StatusCode is '42'; it must be …".</summary>
    public static IEnumerable<string> Validate(MaintenanceModeOptions options) => [];

    /// <summary>Answers the request: the page, JSON, text, a redirect, or what its protocol wants.</summary>
    public Task WriteAsync(HttpContext context) => Task.CompletedTask;

    /// <summary>The same with another message, for an endpoint that is down by itself; null: with none.</summary>
    public Task WriteAsync(HttpContext context, string? message) => Task.CompletedTask;
}
