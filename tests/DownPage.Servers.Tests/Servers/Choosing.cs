namespace DownPage.Servers.Tests.Servers;

/// <summary>How well a server chooses among what there is by what a client takes.</summary>
internal enum Choosing
{
    /// <summary>Everybody gets the same.</summary>
    None,

    /// <summary>
    /// The first that is listed and that there is, whatever its weight; of forms, HTML wherever it is listed.
    /// </summary>
    Listed,

    /// <summary>By the weights, <c>de;q=0.5</c>.</summary>
    Weighted,
}
