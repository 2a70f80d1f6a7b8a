using System.Collections.Frozen;

namespace DownPage.StandAlone.Css.Selectors;

/// <summary>What is known about pseudo-classes and pseudo-elements.</summary>
internal static class PseudoClasses
{
    /// <summary>Those that the tree of the page decides, for good.</summary>
    private static readonly FrozenSet<string> Structural = FrozenSet.ToFrozenSet(
    [
        "root", "empty", "first-child", "last-child", "only-child", "first-of-type", "last-of-type", "only-of-type",
    ]);

    /// <summary>The same, with a formula.</summary>
    private static readonly FrozenSet<string> Counting = FrozenSet.ToFrozenSet(
        ["nth-child", "nth-last-child", "nth-of-type", "nth-last-of-type"]);

    private static readonly FrozenSet<string> Alternatives = FrozenSet.ToFrozenSet(
        ["is", "where", "matches", "any", "-webkit-any", "-moz-any"]);

    private static readonly FrozenSet<string> KnownStates = FrozenSet.ToFrozenSet(
    [
        "hover", "active", "focus", "focus-visible", "focus-within", "visited", "link", "any-link", "target", "checked",
        "disabled", "enabled", "required", "optional", "valid", "invalid", "read-only", "read-write", "in-range",
        "out-of-range", "indeterminate", "default", "placeholder-shown", "lang", "is", "where", "not", "has", "scope",
        "defined", "host", "fullscreen", "modal", "dir",
    ]);

    private static readonly FrozenSet<string> KnownElements = FrozenSet.ToFrozenSet(
    [
        "before", "after", "first-letter", "first-line", "selection", "placeholder", "marker", "backdrop",
        "file-selector-button", "slotted", "part", "cue",
    ]);

    /// <summary>Written with one colon, yet elements.</summary>
    private static readonly FrozenSet<string> ElementsOfOld = FrozenSet.ToFrozenSet(
        ["before", "after", "first-letter", "first-line"]);

    public static bool IsStructural(string name) => Structural.Contains(name);

    public static bool IsCounting(string name) => Counting.Contains(name);

    /// <summary>Whether it is true of what one of its selectors matches.</summary>
    public static bool IsAlternatives(string name) => Alternatives.Contains(name);

    public static bool IsElementOfOld(string name) => ElementsOfOld.Contains(name);

    public static bool TakesSelectors(string name) => IsAlternatives(name) || name is "not" or "has";

    public static bool IsKnownToAll(string name) => IsStructural(name) || IsCounting(name) || KnownStates.Contains(name);

    public static bool IsElementKnownToAll(string name) => KnownElements.Contains(name);
}
