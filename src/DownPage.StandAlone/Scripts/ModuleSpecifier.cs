namespace DownPage.StandAlone.Scripts;

/// <summary>The text of a module specifier within a script, without its quotes.</summary>
/// <param name="Start">Its position.</param>
/// <param name="Length">Its length.</param>
internal readonly record struct ModuleSpecifier(int Start, int Length);
