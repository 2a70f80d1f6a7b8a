namespace DownPage.StandAlone.Scripts;

/// <summary>What a <c>script</c> element is to a browser (HTML, "prepare the script element").</summary>
internal enum ScriptKind
{
    /// <summary>Not run: JSON, a template.</summary>
    Data,
    Classic,
    Module,
    ImportMap,
}
