namespace DownPage.AspNetCore.Answers;

/// <summary>How an answer's bytes are compressed (RFC 9110 8.4.1).</summary>
internal enum ContentCoding
{
    /// <summary>Not at all.</summary>
    Identity,

    /// <summary><c>gzip</c>.</summary>
    Gzip,

    /// <summary><c>br</c>.</summary>
    Brotli,
}
