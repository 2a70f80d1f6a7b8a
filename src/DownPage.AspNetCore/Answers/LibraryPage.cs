namespace DownPage.AspNetCore.Answers;

/// <summary>A page of the build in one form and language.</summary>
internal sealed record LibraryPage
{
    /// <summary>The page without its language and form.</summary>
    public required string Name { get; init; }

    public required int StatusCode { get; init; }

    public required AnswerFormat Format { get; init; }

    /// <summary>Whether it is for those who prefer no language.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Seconds. Null: the build does not say.</summary>
    public long? RetryAfter { get; init; }

    /// <summary>Whether its encoding contains ASCII, so that something can be put into it.</summary>
    public bool IsOpen { get; init; } = true;

    public required AnswerBody Body { get; init; }

    public string? Culture => Body.Culture;
}
