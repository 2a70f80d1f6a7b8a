namespace DownPage.AspNetCore.Passing;

/// <summary>What becomes of a request while the site, or its endpoint, is down.</summary>
internal enum GateVerdict
{
    /// <summary>It passes, because of what it asks for.</summary>
    Pass,

    /// <summary>It passes, because of who asks: shown the ribbon.</summary>
    PassInsider,

    /// <summary>It depends on the user or the predicate: ask <see cref="RequestGate.AllowsPersonAsync"/>.</summary>
    AskPerson,

    /// <summary>It is answered with the page.</summary>
    Refuse,
}
