namespace DownPage.RenderProtocol;

/// <summary>How much of the app runs while its pages are rendered (the property <c>DownPageHost</c>).</summary>
internal enum HostKind
{
    /// <summary>The entry point runs until its host is built and no further: real services, no migrations.</summary>
    Services,

    /// <summary>The entry point runs until its server would start: real services, middleware and endpoints.</summary>
    App,

    /// <summary>No code of the entry point runs: the framework's default services.</summary>
    Isolated,
}
