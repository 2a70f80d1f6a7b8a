using System.Text.Json;
using Microsoft.Playwright;

namespace DownPage.Browser.Tests.Operators;

/// <summary>What keeps people from reading or using a page, as the browser that shows it reckons.</summary>
internal static class PageAudit
{
    /// <summary>
    /// Every text that is shown, with its contrast (WCAG 2.2, 1.4.3) against what is painted behind it: the colours of
    /// the elements around it, laid over one another.
    /// </summary>
    private const string ContrastScript = """
        () => {
          const parse = text => {
            const parts = text.match(/[\d.]+/g).map(Number);
            return { r: parts[0], g: parts[1], b: parts[2], a: parts.length > 3 ? parts[3] : 1 };
          };
          const over = (top, below) => ({
            r: top.r * top.a + below.r * (1 - top.a),
            g: top.g * top.a + below.g * (1 - top.a),
            b: top.b * top.a + below.b * (1 - top.a),
            a: 1,
          });
          const backdrop = element => {
            const layers = [];
            for (let at = element; at; at = at.parentElement) layers.push(parse(getComputedStyle(at).backgroundColor));
            const canvas = matchMedia('(prefers-color-scheme: dark)').matches
              ? { r: 18, g: 18, b: 18, a: 1 } : { r: 255, g: 255, b: 255, a: 1 };
            return layers.reverse().reduce((below, top) => over(top, below), canvas);
          };
          const linear = value => {
            const part = value / 255;
            return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
          };
          const luminance = color => 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b);
          const contrast = element => {
            const behind = backdrop(element);
            const [one, other] = [luminance(over(parse(getComputedStyle(element).color), behind)), luminance(behind)];
            return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
          };
          const found = [];
          const note = (element, text) => {
            const box = element.getBoundingClientRect();
            if (box.width > 1 && box.height > 1 && element.checkVisibility())
              found.push({ text: text.trim().slice(0, 60), contrast: contrast(element) });
          };
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (texts.nextNode())
            if (texts.currentNode.data.trim()) note(texts.currentNode.parentElement, texts.currentNode.data);
          for (const field of document.querySelectorAll('.field input')) note(field, 'field ' + field.name);
          return found;
        }
        """;

    private const string HeadingsScript =
        "() => [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(heading => +heading.localName[1])";

    private const string ReferencesScript = """
        () => [...document.querySelectorAll('[aria-describedby],[aria-labelledby],[for],a[href^="#"]')]
          .flatMap(element => ['aria-describedby', 'aria-labelledby', 'for', 'href']
            .filter(name => element.hasAttribute(name) && (name != 'href' || element.getAttribute(name)[0] == '#'))
            .flatMap(name => element.getAttribute(name).replace('#', '').trim().split(/\s+/)))
          .filter(id => document.querySelectorAll('#' + CSS.escape(id)).length != 1)
        """;

    private static readonly HashSet<string> Controls =
        ["button", "textbox", "radio", "checkbox", "combobox", "listbox", "link", "Date", "DateTime", "InputTime"];

    /// <summary>The texts that are too faint, and how many were looked at.</summary>
    public static async Task<(string[] Faint, int Count)> ContrastAsync(IPage page)
    {
        var texts = await page.EvaluateAsync<JsonElement>(ContrastScript);
        string[] faint =
        [
            .. texts.EnumerateArray()
                .Where(text => text.GetProperty("contrast").GetDouble() < 4.5)
                .Select(text => text.ToString()),
        ];
        return (faint, texts.GetArrayLength());
    }

    /// <summary>The levels of the headings in their order.</summary>
    public static Task<int[]> HeadingsAsync(IPage page) => page.EvaluateAsync<int[]>(HeadingsScript);

    /// <summary>What is referred to and is not there, or twice.</summary>
    public static Task<string[]> BrokenReferencesAsync(IPage page) => page.EvaluateAsync<string[]>(ReferencesScript);

    /// <summary>Everything that can be used, as a screen reader is told of it: "button Take the site down".</summary>
    public static async Task<string[]> ControlsAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        var tree = await session.SendAsync("Accessibility.getFullAXTree");
        return
        [
            .. tree?.GetProperty("nodes").EnumerateArray()
                .Where(node => !node.GetProperty("ignored").GetBoolean())
                .Select(node => (Role: ValueOf(node, "role"), Name: ValueOf(node, "name")))
                .Where(node => Controls.Contains(node.Role))
                .Select(node => $"{node.Role} {node.Name}") ?? [],
        ];
    }

    private static string ValueOf(JsonElement node, string name)
        => node.TryGetProperty(name, out var found) && found.TryGetProperty("value", out var value)
            ? value.ToString()
            : "";
}
