using Microsoft.Extensions.Primitives;

namespace DownPage.AspNetCore.Answers;

/// <summary>An answer in one form, in all its languages.</summary>
internal sealed class BodySet
{
    private readonly AnswerBody[] bodies;
    private readonly string?[] cultures;

    /// <param name="bodies">At least one; the first for those who prefer no language.</param>
    public BodySet(IEnumerable<AnswerBody> bodies)
    {
        this.bodies = [.. bodies];
        cultures = [.. this.bodies.Select(body => body.Culture)];
    }

    public bool HasLanguages => bodies.Length > 1;

    public AnswerBody For(StringValues acceptLanguage) => bodies[LanguageChoice.Of(acceptLanguage, cultures, 0)];
}
