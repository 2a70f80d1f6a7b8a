using DownPage.RenderProtocol;

namespace DownPage.AspNetCore.Endpoints;

/// <summary>Why an operator does not get what was asked for: nothing has changed.</summary>
/// <param name="StatusCode">The status code of HTTP.</param>
/// <param name="Code">One of <see cref="DiagnosticCodes"/>.</param>
/// <param name="Title">The same for every problem of the code.</param>
/// <param name="Detail">What is wrong, and what to do.</param>
internal sealed record OperatorProblem(int StatusCode, string Code, string Title, string Detail)
{
    /// <summary>All that is wrong, where that is a list.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    public static OperatorProblem Invalid(IReadOnlyList<string> errors) => new(
        400, DiagnosticCodes.ValuesInvalid, "A value cannot be.", string.Join(" ", errors))
    { Errors = errors };

    public static OperatorProblem Unreadable(string why) => new(
        400,
        DiagnosticCodes.BodyUnreadable,
        "The body cannot be read.",
        $"The body {why}. Send a JSON object such as {{\"message\": \"Back soon.\", \"for\": \"20m\"}}, or none.");

    public static OperatorProblem Condition(string header, string? value, string expected) => new(
        400,
        DiagnosticCodes.ConditionInvalid,
        "A condition cannot be read.",
        $"{header} is '{value}'; it must be {expected}.");

    public static OperatorProblem NoSuchAddress(string path) => new(
        404,
        DiagnosticCodes.NoSuchAddress,
        "There is nothing at this address.",
        $"There is no '{path}' here, but '/history', '/schedule', '/schedule/NAME', '/preview' and '/openapi.json'.");

    public static OperatorProblem MethodNotTaken(string method, string allowed) => new(
        405,
        DiagnosticCodes.MethodNotTaken,
        "The address does not take this method.",
        $"{method} is not taken here, but {allowed}. PUT takes the site down, PATCH changes how it is down, DELETE "
        + "takes it up.");

    public static OperatorProblem Unwritable(string why) => new(
        503, DiagnosticCodes.StateUnwritable, "The state cannot be read or written.", why);

    public static OperatorProblem NothingToWriteTo(string why) => new(
        409, DiagnosticCodes.NothingToWriteTo, "There is nothing to write to.", why);
}
