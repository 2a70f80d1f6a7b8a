using DownPage.DownFile;
using DownPage.Schedule;
using DownPage.Status;

namespace DownPage.AspNetCore.Endpoints.Page;

/// <summary>The fields of <see cref="OrderForm"/> as members of a call's body.</summary>
internal static class OrderMembers
{
    /// <summary>All that was filled in.</summary>
    public static void Write(JsonMemberWriter members, PageForm form)
    {
        WriteEnd(members, form);
        foreach (var name in (string[])["message", "reason", "mode", "redirectTo", "retryAfter"])
        {
            members.Text(name, form.Text(name));
        }

        WriteList(members, form, "scopes", []);
        WriteList(members, form, "allowNetworks", []);
    }

    /// <summary>
    /// What is not as it is shown, so that a value that came from the configuration goes on coming from there. What was
    /// emptied is said by a value that means nothing.
    /// </summary>
    public static void WriteChanges(JsonMemberWriter members, PageForm form, StatusDocument status)
    {
        WriteEnd(members, form);
        WriteChange(members, form, "message", status.Message);
        WriteChange(members, form, "reason", status.Reason);
        WriteChange(members, form, "mode", status.Mode);
        WriteChange(members, form, "redirectTo", status.RedirectTo);
        var delay = status.RetryAfter is { } known ? DurationText.Format(known) : null;
        WriteChange(members, form, "retryAfter", delay, none: "0s");
        WriteList(members, form, "scopes", status.Scopes);
        WriteList(members, form, "allowNetworks", status.AllowNetworks);
    }

    private static void WriteEnd(JsonMemberWriter members, PageForm form)
    {
        switch (form.Text(OrderForm.For))
        {
            case null:
                break;
            case OrderForm.Until:
                members.Text("until", InUtc(form.Text(OrderForm.Until) ?? ""));
                break;
            case OrderForm.Forever:
                members.Flag("forever", true);
                break;
            case { } span:
                members.Text("for", span);
                break;
        }
    }

    /// <summary>The field has no zone: it says that it is in UTC.</summary>
    private static string InUtc(string text)
        => DateTimeText.TryParse(text, out _, out var offset) && offset is null ? text + "Z" : text;

    private static void WriteChange(
        JsonMemberWriter members, PageForm form, string name, string? shown, string none = "")
    {
        var typed = form.Text(name);
        if (!string.Equals(Plain(typed), Plain(shown), StringComparison.Ordinal))
        {
            members.Text(name, typed ?? none);
        }
    }

    private static void WriteList(JsonMemberWriter members, PageForm form, string name, IReadOnlyList<string> shown)
    {
        var typed = form.Items(name);
        if (!typed.SequenceEqual(shown, StringComparer.Ordinal))
        {
            members.Texts(name, typed);
        }
    }

    /// <summary>Browsers send lines as they like, and blanks around a text are not sent.</summary>
    private static string Plain(string? text)
        => (text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
}
