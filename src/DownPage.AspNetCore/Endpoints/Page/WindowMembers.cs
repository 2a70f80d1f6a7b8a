using System.Globalization;
using DownPage.DownFile;

namespace DownPage.AspNetCore.Endpoints.Page;

/// <summary>The fields of <see cref="WindowForm"/> as a window of the down file.</summary>
internal static class WindowMembers
{
    private static readonly string[] Texts =
        ["name", "start", "end", "duration", "timeZone", "time", "announce", "message", "mode"];

    public static void Write(JsonMemberWriter members, PageForm form)
    {
        foreach (var name in Texts)
        {
            members.Text(name, form.Text(name));
        }

        WriteList(members, form, WindowForm.Days);
        WriteList(members, form, "scopes");
        var dates = form.Items(WindowForm.DaysOfMonth);
        if (dates.Count > 0 && dates.All(date => Number(date) is not null))
        {
            members.Numbers(WindowForm.DaysOfMonth, [.. dates.Select(date => Number(date) ?? 0)]);
        }
        else
        {
            // What is no number is refused by name.
            WriteList(members, form, WindowForm.DaysOfMonth);
        }
    }

    private static void WriteList(JsonMemberWriter members, PageForm form, string name)
    {
        if (form.Items(name) is { Count: > 0 } items)
        {
            members.Texts(name, items);
        }
    }

    private static int? Number(string text)
        => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
