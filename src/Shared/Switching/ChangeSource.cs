namespace DownPage.Switching;

/// <summary>Through what the state was changed, as history, log and metric say it.</summary>
internal static class ChangeSource
{
    /// <summary>The command <c>downpage</c>, at the down file itself.</summary>
    public const string Command = "command";

    /// <summary>A client of the endpoint, such as the command with <c>--url</c>.</summary>
    public const string Endpoint = "endpoint";

    /// <summary>The endpoint's page for people.</summary>
    public const string Page = "page";

    /// <summary><c>IMaintenanceMode</c>.</summary>
    public const string Code = "code";
}
