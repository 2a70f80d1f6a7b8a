namespace DownPage.AspNetCore.Endpoints.Page;

/// <summary>Why a change was not made.</summary>
/// <param name="StatusCode">The answer's.</param>
/// <param name="Code">The error's code, DP06nn. Null: there is none.</param>
/// <param name="Reasons">What is wrong, each with its remedy.</param>
internal sealed record PageRefusal(int StatusCode, string? Code, IReadOnlyList<string> Reasons)
{
    /// <summary>What is wrong with a field: the reason that starts with its name. Null: nothing.</summary>
    public string? Of(string field)
        => Reasons.FirstOrDefault(reason => IsAbout(reason, field));

    private static bool IsAbout(string reason, string field)
        => reason.StartsWith(field, StringComparison.OrdinalIgnoreCase)
            && (reason.Length == field.Length || !char.IsAsciiLetterOrDigit(reason[field.Length]));
}
