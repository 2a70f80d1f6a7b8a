using System.Buffers;
using System.Text;

namespace DownPage.AspNetCore.Answers;

/// <summary>
/// Puts the message, the reason and the times into a page of the build, where it has a place for them.
/// </summary>
internal static class HtmlComposer
{
    /// <summary>
    /// The page with its slots filled, and the message added where it has no slot for it. Null: it stays as it is.
    /// </summary>
    public static byte[]? Compose(ReadOnlySpan<byte> page, PageSlots slots)
    {
        var edits = new List<HtmlEdit>();
        var (mainEnd, bodyEnd, hasMessage) = (-1, -1, false);
        var scanner = new HtmlScanner(page);
        while (scanner.MoveNext())
        {
            var tag = scanner.Tag;
            var name = page[tag.Name];
            if (tag.IsEnd)
            {
                mainEnd = mainEnd < 0 && HtmlNames.Is(name, "main"u8) ? tag.Whole.Start.Value : mainEnd;
                bodyEnd = HtmlNames.Is(name, "body"u8) ? tag.Whole.Start.Value : bodyEnd;
            }
            else if (SlotOf(page, tag) is { Length: > 0 } slot
                && slots.Content(slot, !HtmlNames.IsText(name)) is { } content
                && EndOfContent(page, tag) is >= 0 and var end)
            {
                Fill(edits, page, tag, end, content, slots.Moment(slot));
                hasMessage |= slot == "message" && !HtmlNames.IsText(name);
                scanner.MoveTo(end);
            }
        }

        if (slots.HasMessage && !hasMessage)
        {
            var place = mainEnd >= 0 ? mainEnd : bodyEnd >= 0 ? bodyEnd : page.Length;
            var before = edits.TakeWhile(edit => edit.Start <= place).Count();
            edits.Insert(before, new HtmlEdit(place, place, slots.OwnMessage()));
        }

        return edits.Count == 0 ? null : Apply(page, edits);
    }

    private static string? SlotOf(ReadOnlySpan<byte> page, HtmlTag tag)
    {
        var slot = page[tag.Slot];
        return slot.Length is 0 or > 32 || tag.IsEmpty || HtmlNames.IsVoid(page[tag.Name])
            || HtmlNames.IsCode(page[tag.Name])
            ? null
            : Encoding.Latin1.GetString(slot).Trim().ToLowerInvariant();
    }

    private static void Fill(
        List<HtmlEdit> edits, ReadOnlySpan<byte> page, HtmlTag tag, int end, string content, string? moment)
    {
        var isTime = moment is not null && HtmlNames.Is(page[tag.Name], "time"u8);
        if (isTime)
        {
            edits.Add(new HtmlEdit(tag.Name.End.Value, tag.Name.End.Value, $" datetime=\"{moment}\""));
        }

        var removed = new[] { tag.Hidden, isTime ? tag.DateTime : default };
        edits.AddRange(removed.Where(range => !range.Equals(default))
            .OrderBy(range => range.Start.Value)
            .Select(range => new HtmlEdit(range.Start.Value, range.End.Value, "")));
        edits.Add(new HtmlEdit(tag.Whole.End.Value, end, content));
    }

    /// <summary>Where the element's end tag begins; -1: it has none.</summary>
    private static int EndOfContent(ReadOnlySpan<byte> page, HtmlTag start)
    {
        var name = page[start.Name];
        var isParagraph = HtmlNames.Is(name, "p"u8);
        var open = 1;
        var scanner = new HtmlScanner(page, start.Whole.End.Value);
        if (HtmlNames.IsRawText(name))
        {
            scanner = new HtmlScanner(page, start.Whole.Start.Value);
            scanner.MoveNext();
        }

        while (scanner.MoveNext())
        {
            var tag = scanner.Tag;
            if (!HtmlNames.Is(page[tag.Name], name) || tag.IsEmpty)
            {
                continue;
            }

            // A paragraph cannot hold another: the next one's begin is its end.
            open += tag.IsEnd ? -1 : isParagraph ? 0 : 1;
            if (open == 0 || (isParagraph && !tag.IsEnd))
            {
                return tag.Whole.Start.Value;
            }
        }

        return -1;
    }

    private static byte[] Apply(ReadOnlySpan<byte> page, List<HtmlEdit> edits)
    {
        var written = new ArrayBufferWriter<byte>(page.Length + 512);
        var copied = 0;
        foreach (var edit in edits)
        {
            written.Write(page[copied..edit.Start]);
            written.Write(Encoding.ASCII.GetBytes(edit.Text));
            copied = edit.End;
        }

        written.Write(page[copied..]);
        return written.WrittenSpan.ToArray();
    }
}
