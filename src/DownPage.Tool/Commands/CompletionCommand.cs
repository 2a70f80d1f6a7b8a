using System.CommandLine;

namespace DownPage.Tool.Commands;

/// <summary><c>downpage completion</c>: what a shell needs to complete the command line.</summary>
internal static class CompletionCommand
{
    // The shell hands over the line as it stands; the command itself knows what fits there.
    private const string Bash = """
        _downpage() {
          local IFS=$'\n'
          COMPREPLY=( $(compgen -W "$(downpage "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}") )
        }
        complete -o default -F _downpage downpage
        """;

    private const string Zsh = """
        #compdef downpage
        _downpage() {
          local -a found
          found=("${(@f)$(downpage "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
          [[ -n "${found[1]}" ]] && compadd -a found || _files
        }
        compdef _downpage downpage
        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName downpage -ScriptBlock {
          param($word, $line, $position)
          downpage "[suggest:$position]" "$line" 2>$null |
            Where-Object { $_ -like "$word*" } |
            ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }
        """;

    public static Command Create(ToolContext context)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh or pwsh." };
        shell.AcceptOnlyFromAmong("bash", "zsh", "pwsh");
        var command = new ToolCommand("completion", "Prints a script by which a shell completes what is typed.")
        {
            Examples =
            [
                "source <(downpage completion bash)    # in ~/.bashrc",
                "downpage completion pwsh | Out-String | Invoke-Expression    # in $PROFILE",
            ],
            ExitCodes = [(ExitCode.Usage, "the command line cannot be understood")],
        };
        command.Add(shell);
        command.SetAction(result =>
        {
            context.Out.WriteLine(result.GetRequiredValue(shell) switch
            {
                "bash" => Bash,
                "zsh" => Zsh,
                _ => PowerShell,
            });
            return ExitCode.Success;
        });
        return command;
    }
}
