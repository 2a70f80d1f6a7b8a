namespace DownPage.AspNetCore.Answers;

/// <summary>The forms of an answer.</summary>
internal enum AnswerFormat
{
    /// <summary>The page.</summary>
    Html,

    /// <summary>Problem details (RFC 9457).</summary>
    Json,

    /// <summary>Plain text.</summary>
    Text,
}
