namespace DownPage.Tool.Verify;

/// <summary>What came of looking at a site.</summary>
internal sealed record VerifyReport
{
    /// <summary>What was asked in the end.</summary>
    public required Uri Address { get; init; }

    public required int StatusCode { get; init; }

    /// <summary>What the answer says in <c>Server</c>. Null: nothing.</summary>
    public string? Server { get; init; }

    /// <summary>The manifest that it was held against. Null: there is none.</summary>
    public string? Manifest { get; init; }

    public required IReadOnlyList<Check> Checks { get; init; }

    public bool Differs => Checks.Any(check => check.Result == CheckResult.Differs);
}
