using System.Collections.Concurrent;

namespace DownPage.AspNetCore.Answers;

/// <summary>
/// The compositions of a state by their message: its own, and those of endpoints that are down by themselves.
/// </summary>
internal sealed class CompositionShelf(PageFamily family, AnswerFacts facts, TimeProvider clock)
{
    /// <summary>Messages come from the app's code, so there are few; more are composed for each answer.</summary>
    private const int MostMessages = 100;

    private readonly ConcurrentDictionary<string, Lazy<Composition>> byMessage = new(StringComparer.Ordinal);
    private readonly Lazy<Composition> own = new(() => new Composition(family, facts, clock.GetUtcNow()));

    /// <summary>With the state's message.</summary>
    public Composition Own => own.Value;

    public Composition With(string? message)
    {
        var key = message ?? "";
        if (byMessage.TryGetValue(key, out var known))
        {
            return known.Value;
        }

        return byMessage.Count >= MostMessages
            ? Compose(key)
            : byMessage.GetOrAdd(key, static (text, shelf) => new(() => shelf.Compose(text)), this).Value;
    }

    private Composition Compose(string message) => new(family, facts.With(message), clock.GetUtcNow());
}
