using System.Text;
using System.Text.RegularExpressions;

namespace DownPage.Packages.Tests.Fidelity;

/// <summary>Takes the values of antiforgery tokens out of a page; the fields stay.</summary>
internal static partial class AntiforgeryToken
{
    public static byte[] Remove(byte[] page) =>
        Encoding.Latin1.GetBytes(Value().Replace(Encoding.Latin1.GetString(page), "${before}"));

    // Latin-1 in and out: each byte is one character, so all other bytes stay as they are.
    [GeneratedRegex("""(?<before>name="__RequestVerificationToken" type="hidden" value=")[\w-]*""")]
    private static partial Regex Value();
}
