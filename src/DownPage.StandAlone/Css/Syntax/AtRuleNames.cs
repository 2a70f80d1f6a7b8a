using System.Collections.Frozen;

namespace DownPage.StandAlone.Css.Syntax;

/// <summary>What at-rules have in their blocks.</summary>
internal static class AtRuleNames
{
    private static readonly FrozenSet<string> Groups = FrozenSet.ToFrozenSet(
        ["media", "supports", "container", "layer", "scope", "starting-style", "-moz-document", "document"]);

    private static readonly FrozenSet<string> Keyframes = FrozenSet.ToFrozenSet(
        ["keyframes", "-webkit-keyframes", "-moz-keyframes", "-o-keyframes", "-ms-keyframes"]);

    /// <summary>Rules that do nothing until a value names them.</summary>
    private static readonly FrozenSet<string> Named = FrozenSet.ToFrozenSet(
    [
        .. Keyframes, "property", "counter-style", "position-try", "font-palette-values", "color-profile",
        "font-feature-values",
    ]);

    /// <summary>Whether it holds style rules: <c>@media</c> and its like.</summary>
    public static bool IsGroup(string name) => Groups.Contains(name);

    /// <summary>Whether it is of use only where its name is.</summary>
    public static bool IsNamed(string name) => Named.Contains(name);

    /// <summary>
    /// Whether its block has rules and nothing else, wherever it is itself, or unless it is within a style rule: there,
    /// a semicolon belongs to the selector that follows it, and spoils it.
    /// </summary>
    public static bool HasRulesOnly(string name, bool isWithinStyle) =>
        Keyframes.Contains(name) || (IsGroup(name) && name != "scope" && !isWithinStyle);

    public static bool HasKnownBlock(string name) => IsGroup(name) || IsNamed(name) || name is "font-face" or "page";

    /// <summary>Whether browsers know it: an <c>@import</c> that comes after such a rule has no effect.</summary>
    public static bool EndsImports(string name) =>
        HasKnownBlock(name) || name is "namespace" or "view-transition" or "function" or "viewport" or "-ms-viewport";
}
