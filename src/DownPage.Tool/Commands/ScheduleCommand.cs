using System.CommandLine;

namespace DownPage.Tool.Commands;

/// <summary><c>downpage schedule</c>: windows in which the site is down by plan.</summary>
internal static class ScheduleCommand
{
    public static Command Create(ToolContext context)
    {
        var command = new ToolCommand("schedule", "Plans when the site is down: add, list, remove.")
        {
            Examples =
            [
                "downpage schedule add backup --days sunday --time 03:00 --duration 30m --time-zone Europe/Berlin",
                "downpage schedule list",
                "downpage schedule remove backup",
            ],
        };
        command.Add(ScheduleAddCommand.Create(context));
        command.Add(ScheduleListCommand.Create(context));
        command.Add(ScheduleRemoveCommand.Create(context));
        return command;
    }
}
