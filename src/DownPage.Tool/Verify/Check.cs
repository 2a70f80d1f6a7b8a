namespace DownPage.Tool.Verify;

/// <summary>One thing that was looked at.</summary>
/// <param name="Name">One of <see cref="CheckNames"/>; docs/verify.md says of each what it means.</param>
/// <param name="Result">How it came out.</param>
internal sealed record Check(string Name, CheckResult Result)
{
    /// <summary>What of several it was: a language, a header. Null: there is one.</summary>
    public string? Of { get; init; }

    /// <summary>What it should be. Null: it is as it should be, or cannot be said.</summary>
    public string? Expected { get; init; }

    public string? Got { get; init; }

    /// <summary>What is worth knowing though it is right, or why it was skipped.</summary>
    public string? Detail { get; init; }

    public static Check Ok(string name, string? detail = null) => new(name, CheckResult.Ok) { Detail = detail };

    public static Check Skipped(string name, string why) => new(name, CheckResult.Skipped) { Detail = why };

    public static Check Differs(string name, string expected, string? got)
        => new(name, CheckResult.Differs) { Expected = expected, Got = got ?? "none" };

    /// <summary>Right if what is found is what should be.</summary>
    public static Check That(string name, bool isRight, string expected, string? got)
        => isRight ? Ok(name, got) : Differs(name, expected, got);
}
