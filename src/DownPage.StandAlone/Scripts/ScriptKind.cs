namespace DownPage.StandAlone.Scripts;

/// <summary>What a <c>script</c> element is to a browser (HTML, "prepare the script element").</summary>
internal enum ScriptKind
{
    /// <summary>Not run: JSON, a template.</summary>
    Data,
    Classic,
    Module,
    ImportMap,

    /// <summary>Pages that may be asked for before a visitor follows a link to them.</summary>
    SpeculationRules,
}
