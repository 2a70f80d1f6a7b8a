using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using DownPage.AspNetCore.Answers;
using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Operations;

/// <summary>The pages of what is read now, each composed when it is first wanted.</summary>
/// <param name="library">The pages that are read now.</param>
/// <param name="compose">Makes the answers for a code; null: there is no page for it.</param>
internal sealed class StatusPages(Func<PageLibrary> library, Func<PageLibrary, int, AnswerSet?> compose) : IStatusPages
{
    /// <summary>Gone with the library itself, when the pages are read anew.</summary>
    private readonly ConditionalWeakTable<PageLibrary, ConcurrentDictionary<int, RequestDelegate?>> composed = [];

    public RequestDelegate? Find(int statusCode)
    {
        var pages = library();
        return composed.GetOrCreateValue(pages).GetOrAdd(
            statusCode,
            static (code, maker) => maker.compose(maker.pages, code) is { } answers ? answers.WriteAsync : null,
            (compose, pages));
    }
}
