namespace DownPage.AspNetCore.Tests.Answers;

/// <summary>A clock that a test sets.</summary>
internal sealed class FakeClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
