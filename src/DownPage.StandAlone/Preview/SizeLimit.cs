namespace DownPage.StandAlone.Preview;

/// <summary>How large a page may be somewhere, and how large it is there.</summary>
/// <param name="Name">Whose limit it is: <c>DownPageMaxBytes</c>, <c>HAProxy errorfile</c>.</param>
/// <param name="Bytes">The size that counts there: of the page, or of its compressed form.</param>
/// <param name="MaxBytes">The largest size that is allowed.</param>
internal sealed record SizeLimit(string Name, int Bytes, int MaxBytes);
