using DownPage.Switching;

namespace DownPage.Tool.Targets;

/// <summary>Refused changes, as they are told at a terminal.</summary>
internal static class Refusals
{
    public static ToolException Told(ChangeRefusedException refused) => refused.Refusal switch
    {
        ChangeRefusal.ConfigurationDecides => new(DiagnosticCodes.ConfigurationDecides, refused.Message),
        ChangeRefusal.NotDown => new(
            DiagnosticCodes.SiteNotDown,
            "The site is not down by what can be changed, so there is nothing to extend: `downpage status` says what "
            + "holds, and `downpage down` takes it down."),
        ChangeRefusal.OtherRevision => new(DiagnosticCodes.StateChangedMeanwhile, refused.Message),
        ChangeRefusal.WindowExists => new(DiagnosticCodes.WindowExists, refused.Message),
        ChangeRefusal.NoSuchWindow => new(
            DiagnosticCodes.NoSuchWindow, refused.Message + " `downpage schedule list` lists them all."),
        _ => new(DiagnosticCodes.InvalidValue, refused.Message) { ExitCode = ExitCode.Usage },
    };
}
