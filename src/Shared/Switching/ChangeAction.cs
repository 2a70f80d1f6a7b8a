namespace DownPage.Switching;

/// <summary>What was done to the state, as history, log and metric say it.</summary>
internal static class ChangeAction
{
    public const string Down = "down";
    public const string Update = "update";
    public const string Extend = "extend";
    public const string Up = "up";
    public const string Restore = "restore";
    public const string AddWindow = "schedule-add";
    public const string RemoveWindow = "schedule-remove";
    public const string Offline = "offline";
    public const string Online = "online";
}
