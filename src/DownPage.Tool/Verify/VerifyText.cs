using System.Globalization;
using DownPage.Tool.Output;

namespace DownPage.Tool.Verify;

/// <summary>A report for people: a table, what differs, and what to do.</summary>
internal static class VerifyText
{
    public static void Write(TextWriter writer, Palette palette, VerifyReport report)
    {
        var server = report.Server is { } name ? $" ({name})" : "";
        var against = report.Manifest is { } manifest ? $", held against '{manifest}'" : "";
        writer.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{report.Address} answers {report.StatusCode}{server}{against}"));
        writer.WriteLine();
        var table = new Table("Result", "Check", "");
        foreach (var check in report.Checks)
        {
            var what = check.Of is { } of ? $"{check.Name} ({of})" : check.Name;
            table.Add(Result(palette, check.Result), what, What(palette, check));
        }

        table.Write(writer, palette);
        writer.WriteLine();
        var differing = report.Checks.Count(check => check.Result == CheckResult.Differs);
        var looked = report.Checks.Count(check => check.Result != CheckResult.Skipped);
        writer.WriteLine(differing == 0
            ? palette.Good(string.Create(CultureInfo.InvariantCulture, $"All {looked} checks are as they should be."))
            : palette.Bad(string.Create(CultureInfo.InvariantCulture, $"{differing} of {looked} checks differ."))
                + " The manual's page on verify says of each what it means and what to do.");
    }

    private static string Result(Palette palette, CheckResult result) => result switch
    {
        CheckResult.Ok => palette.Good("ok"),
        CheckResult.Differs => palette.Bad("differs"),
        _ => palette.Faint("skipped"),
    };

    private static string What(Palette palette, Check check)
        => check.Result == CheckResult.Differs
            ? $"expected {check.Expected}; got {check.Got}"
            : palette.Faint(check.Detail ?? "");
}
