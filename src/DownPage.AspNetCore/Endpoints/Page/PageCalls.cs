using System.Text.Json;
using DownPage.DownFile;
using DownPage.Status;
using DownPage.Switching;

namespace DownPage.AspNetCore.Endpoints.Page;

/// <summary>Forms as calls: the page asks for nothing that a program could not ask for too.</summary>
internal static class PageCalls
{
    /// <param name="form">What was sent.</param>
    /// <param name="status">What holds: of a form that shows it, only what differs is asked for.</param>
    /// <param name="user">Who asks. Null: not known.</param>
    /// <returns>Null: the form is none of the page's.</returns>
    public static OperatorCall? Of(PageForm form, StatusDocument status, string? user)
    {
        var (method, path) = form.Action switch
        {
            ChangeAction.Down => ("PUT", ""),
            ChangeAction.Update or ChangeAction.Extend => ("PATCH", ""),
            ChangeAction.Up => ("DELETE", ""),
            ChangeAction.AddWindow => ("POST", "/schedule"),
            ChangeAction.RemoveWindow => ("DELETE", "/schedule/" + Uri.EscapeDataString(form.Text("name") ?? "")),
            _ => (null, ""),
        };
        return method is null
            ? null
            : new OperatorCall(
                method, path, IfMatch(form), null, Body(form, status), user, ChangeSource.Page);
    }

    /// <summary>Without a revision nothing is known of what was looked at, which matches nothing.</summary>
    private static string IfMatch(PageForm form)
        => $"\"{form.Revision?.Replace("\"", "", StringComparison.Ordinal) ?? "not said"}\"";

    private static ReadOnlyMemory<byte> Body(PageForm form, StatusDocument status)
    {
        if (form.Action is ChangeAction.RemoveWindow)
        {
            return default;
        }

        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            Write(new JsonMemberWriter(writer, null), form, status);
            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static void Write(JsonMemberWriter members, PageForm form, StatusDocument status)
    {
        switch (form.Action)
        {
            case ChangeAction.Down:
                OrderMembers.Write(members, form);
                break;
            case ChangeAction.Update:
                OrderMembers.WriteChanges(members, form, status);
                break;
            case ChangeAction.Extend:
                members.Text("extend", form.Text("by") ?? "");
                break;
            case ChangeAction.Up:
                members.Text("reason", form.Text("reason"));
                break;
            default:
                WindowMembers.Write(members, form);
                break;
        }

        members.Text("actor", form.Text("actor"));
    }
}
