using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Command = System.CommandLine.Command;

namespace DownPage.Tool.Tests;

/// <summary>The README and the help say what there is, no more and no less.</summary>
[TestClass]
public sealed partial class ReadmeTests
{
    private static readonly string Readme =
        File.ReadAllText(Path.Combine(RepositoryPaths.Root, "src", "DownPage.Tool", "README.md"));

    private static readonly Dictionary<string, ToolCommand> Commands = Leaves("", CommandLine.Create(new ToolContext
    {
        Out = TextWriter.Null,
        Error = TextWriter.Null,
        Directory = RepositoryPaths.Root,
    })).ToDictionary(leaf => leaf.Name, leaf => leaf.Command);

    public static IEnumerable<object[]> Names => Commands.Keys.Select(name => new object[] { name });

    [TestMethod]
    public void CommandTable_IsTheCommandsInTheirOrder()
        => CollectionAssert.AreEqual(
            Commands.Keys.ToArray(), CommandRow().Matches(Readme).Select(row => row.Groups["name"].Value).ToArray());

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void ExitCodes_OfACommand_AreThoseOfItsHelp(string name)
    {
        var row = CommandRow().Matches(Readme).Single(row => row.Groups["name"].Value == name);

        var codes = Commands[name].ExitCodes.Select(exit => exit.Code).Append(ExitCode.Success).Distinct().Order();

        Assert.AreEqual(
            string.Join(", ", codes.Select(code => code.ToString(CultureInfo.InvariantCulture))), row.Groups["codes"].Value);
    }

    [TestMethod]
    public void ExitCodeTable_IsTheCodesThatThereAre()
    {
        var known = typeof(ExitCode).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (int)field.GetRawConstantValue()!)
            .Order();

        CollectionAssert.AreEqual(
            known.ToArray(),
            CodeRow().Matches(Readme).Select(row => int.Parse(row.Groups["code"].Value, null)).ToArray());
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Examples_OfACommand_CanBeTyped(string name)
    {
        var command = Commands[name];
        Assert.IsNotEmpty(command.Examples);
        foreach (var example in command.Examples.Concat(ReadmeExamples().Where(line => IsOf(line, name))))
        {
            var typed = Typed().Match(example).Groups["line"].Value;
            Assert.StartsWith("downpage " + name, typed);
            var result = CommandLine.Create(new ToolContext
            {
                Out = TextWriter.Null,
                Error = TextWriter.Null,
                Directory = RepositoryPaths.Root,
            }).Parse(System.CommandLine.Parsing.CommandLineParser.SplitCommandLine(typed["downpage ".Length..]).ToArray());
            Assert.IsEmpty(result.Errors, $"{typed}: {string.Join(' ', result.Errors)}");
        }
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public async Task Help_OfACommand_EndsWithExamplesAndExitCodes(string name)
    {
        var run = await ToolRun.RunAsync(RepositoryPaths.Root, TimeProvider.System, [.. name.Split(' '), "--help"]);

        Assert.AreEqual(ExitCode.Success, run.ExitCode);
        Assert.Contains("Examples:", run.Out);
        Assert.HasCount(1, FirstCode().Matches(run.Out));
        Assert.AreEqual("", run.Error);
    }

    [TestMethod]
    public async Task Run_NothingOrAMistypedCommand_IsToldWhatThereIs()
    {
        var nothing = await ToolRun.RunAsync(RepositoryPaths.Root, TimeProvider.System);
        var mistyped = await ToolRun.RunAsync(RepositoryPaths.Root, TimeProvider.System, "dwon");
        var below = await ToolRun.RunAsync(RepositoryPaths.Root, TimeProvider.System, "schedule", "ad");

        Assert.AreEqual(ExitCode.Usage, nothing.ExitCode);
        Assert.Contains("downpage --help", nothing.Error);
        Assert.AreEqual(ExitCode.Usage, mistyped.ExitCode);
        Assert.Contains("Did you mean 'down'?", mistyped.Error);
        Assert.Contains("Did you mean 'add'?", below.Error);
        Assert.Contains("downpage schedule --help", below.Error);
    }

    [TestMethod]
    [DataRow("[suggest:9]", "downpage sta", "status")]
    [DataRow("[suggest:21]", "downpage down --mode ", "read-only")]
    [DataRow("[suggest:20]", "downpage schedule re", "remove")]
    public async Task Suggest_WhatIsTypedSoFar_HasWhatFits(string directive, string line, string expected)
    {
        var run = await ToolRun.RunAsync(RepositoryPaths.Root, TimeProvider.System, directive, line);

        Assert.AreEqual(ExitCode.Success, run.ExitCode);
        Assert.Contains(expected, run.Out.Split('\n', StringSplitOptions.TrimEntries));
    }

    [TestMethod]
    [DataRow("bash", "complete -o default -F _downpage downpage")]
    [DataRow("zsh", "compdef _downpage downpage")]
    [DataRow("pwsh", "Register-ArgumentCompleter")]
    public async Task Completion_Shell_AsksTheCommand(string shell, string expected)
    {
        var run = await ToolRun.RunAsync(RepositoryPaths.Root, TimeProvider.System, "completion", shell);

        Assert.AreEqual(ExitCode.Success, run.ExitCode);
        Assert.Contains(expected, run.Out);
        Assert.Contains("[suggest:", run.Out);
    }

    private static IEnumerable<(string Name, ToolCommand Command)> Leaves(string above, Command command)
        => command.Subcommands.OfType<ToolCommand>().SelectMany(below => below.Subcommands.Count > 0
            ? Leaves(above + below.Name + " ", below)
            : [(above + below.Name, below)]);

    private static IEnumerable<string> ReadmeExamples()
        => Readme.Split('\n').Where(line => line.StartsWith("$ downpage ", StringComparison.Ordinal)).Select(line => line[2..]);

    private static bool IsOf(string line, string name)
        => line.StartsWith($"downpage {name} ", StringComparison.Ordinal);

    [GeneratedRegex("""^\| `(?<name>[a-z ]+)` \| .* \| (?<codes>[0-9, ]+) \|$""", RegexOptions.Multiline)]
    private static partial Regex CommandRow();

    [GeneratedRegex("""^\| (?<code>[0-9]+) \|""", RegexOptions.Multiline)]
    private static partial Regex CodeRow();

    [GeneratedRegex("""(?<line>downpage ("[^"]*"|'[^']*'|[^#|>;&)"'])*)""")]
    private static partial Regex Typed();

    [GeneratedRegex("^ {4}0 ", RegexOptions.Multiline)]
    private static partial Regex FirstCode();
}
