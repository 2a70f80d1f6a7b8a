using DownPage.AspNetCore.Answers;
using DownPage.AspNetCore.Bypass;
using DownPage.AspNetCore.Endpoints;
using DownPage.AspNetCore.Farm;
using DownPage.AspNetCore.Passing;
using DownPage.AspNetCore.State;
using DownPage.Schedule;
using Microsoft.Extensions.Options;

namespace DownPage.AspNetCore.Setup;

/// <summary>All that is wrong with the options, at once: each room knows its own.</summary>
internal sealed class MaintenanceModeOptionsValidator : IValidateOptions<MaintenanceModeOptions>
{
    private static readonly TimeSpan ShortestPoll = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPoll = TimeSpan.FromHours(1);

    public ValidateOptionsResult Validate(string? name, MaintenanceModeOptions options)
    {
        string[] problems =
        [
            .. AnswerSet.Validate(options),
            .. RequestGate.Validate(options),
            .. BypassGate.Validate(options),
            .. FarmValidation.Validate(options.Farm),
            .. OperatorRules.Validate(options.Endpoint),
            .. Windows(options),
            .. Own(options),
        ];
        return problems.Length > 0 ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }

    private static IEnumerable<string> Own(MaintenanceModeOptions options)
    {
        if (options.PollInterval < ShortestPoll || options.PollInterval > LongestPoll)
        {
            yield return $"MaintenanceMode:PollInterval is '{options.PollInterval}'; "
                + $"it must be between {ShortestPoll} and {LongestPoll}.";
        }

        if (options.DownFile.Contains('\0', StringComparison.Ordinal))
        {
            yield return "MaintenanceMode:DownFile has a NUL character in it; it must be a path, or empty for none.";
        }

        if (options.FlagFile?.Contains('\0', StringComparison.Ordinal) == true)
        {
            yield return "MaintenanceMode:FlagFile has a NUL character in it; it must be a path, or empty for none.";
        }
        else if (options.FlagFile is { Length: > 0 } flag && string.Equals(flag, options.DownFile, StringComparison.Ordinal))
        {
            yield return $"MaintenanceMode:FlagFile is '{flag}', which is the down file; it must be another file.";
        }
    }

    private static IEnumerable<string> Windows(MaintenanceModeOptions options)
    {
        for (var i = 0; i < options.Windows.Count; i++)
        {
            if (Problem(options.Windows[i].Definition(i)) is { } problem)
            {
                yield return FormattableString.Invariant($"MaintenanceMode:Windows:{i}:{problem}");
            }
        }
    }

    private static string? Problem(WindowDefinition window)
    {
        try
        {
            ScheduledWindow.Parse(window);
            return null;
        }
        catch (FormatException wrong)
        {
            return wrong.Message;
        }
    }
}
