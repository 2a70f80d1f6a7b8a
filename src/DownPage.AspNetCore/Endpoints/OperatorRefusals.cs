using DownPage.RenderProtocol;
using DownPage.Switching;

namespace DownPage.AspNetCore.Endpoints;

/// <summary>Refused changes as operators are told of them.</summary>
internal static class OperatorRefusals
{
    public static OperatorProblem Problem(this ChangeRefusedException refused) => refused.Refusal switch
    {
        ChangeRefusal.ConfigurationDecides => new OperatorProblem(
            409, DiagnosticCodes.ConfigurationDecides, "The configuration decides.", refused.Message),
        ChangeRefusal.NotDown => new OperatorProblem(
            409, DiagnosticCodes.SiteNotDown, "The site is not down.", refused.Message),
        ChangeRefusal.WindowExists => new OperatorProblem(
            409, DiagnosticCodes.WindowExists, "A window of that name is there.", refused.Message),
        ChangeRefusal.NoSuchWindow => new OperatorProblem(
            404, DiagnosticCodes.NoSuchWindow, "There is no window of that name.", refused.Message),
        ChangeRefusal.OtherRevision => new OperatorProblem(
            412, DiagnosticCodes.StateChangedMeanwhile, "Somebody else was faster.", refused.Message),
        _ => OperatorProblem.Invalid([refused.Message]),
    };
}
