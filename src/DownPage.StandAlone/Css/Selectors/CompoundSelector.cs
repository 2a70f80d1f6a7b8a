namespace DownPage.StandAlone.Css.Selectors;

/// <summary>Simple selectors that one element matches.</summary>
/// <param name="Combinator">What is before it: white space for a descendant; <c>\0</c>: nothing, it is the
/// first.</param>
/// <param name="Parts">The simple selectors, as written.</param>
internal sealed record CompoundSelector(char Combinator, IReadOnlyList<SimpleSelector> Parts);
