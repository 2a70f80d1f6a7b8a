using DownPage.AspNetCore.Answers;
using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Operations;

/// <summary>The pages of what is read now.</summary>
/// <param name="library">The pages that are read now.</param>
/// <param name="compose">Finds the answers for a code; null: there is no page for it.</param>
internal sealed class StatusPages(Func<PageLibrary> library, Func<PageLibrary, int, AnswerSet?> compose) : IStatusPages
{
    public RequestDelegate? Find(int statusCode)
        => compose(library(), statusCode) is { } answers ? answers.WriteAsync : null;

    public bool TryAnswerAsset(HttpContext context, out Task answer) => library().TryAnswerAsset(context, out answer);
}
