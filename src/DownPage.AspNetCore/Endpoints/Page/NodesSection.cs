using DownPage.Status;

namespace DownPage.AspNetCore.Endpoints.Page;

/// <summary>Which instances of the app have followed the last change.</summary>
internal static class NodesSection
{
    public static Markup Of(PageModel model) => model.Status.Nodes.Count == 0
        ? Markup.None
        : Markup.Of($"""
            <section class="card" id="nodes" aria-labelledby="nodes-title">
            <h2 id="nodes-title">Nodes</h2>
            <p>{Summary(model.Status)}</p>
            <div class="scroll" role="region" aria-labelledby="nodes-caption" tabindex="0">
            <table>
            <caption id="nodes-caption">The instances of the app that have reported</caption>
            <thead><tr><th scope="col">Node</th><th scope="col">Has followed</th><th scope="col">Shows</th>
            <th scope="col">Last seen</th></tr></thead>
            <tbody>
            {Markup.Lines(model.Status.Nodes.Select(node => Row(node, model)))}
            </tbody>
            </table>
            </div>
            </section>
            """);

    private static string Summary(StatusDocument status)
    {
        var all = status.Nodes.Count;
        var followed = status.Nodes.Count(node => Follows(node, status));
        return (followed == all, all) switch
        {
            (true, 1) => "The only node has followed the last change.",
            (true, _) => $"All {all} nodes have followed the last change.",
            _ => $"{followed} of {all} nodes have followed the last change.",
        };
    }

    private static Markup Row(NodeStatus node, PageModel model) => Markup.Of($"""
        <tr><th scope="row">{PageText.Isolated(node.Name)}</th>
        <td>{Following(node, model.Status)}</td>
        <td>{(node.Down ? "the page" : "the site")}</td>
        <td>{model.Clock.ExactTime(node.Seen)}</td></tr>
        """);

    private static Markup Following(NodeStatus node, StatusDocument status)
    {
        var word = Follows(node, status) ? Markup.Of($"yes") : Markup.Of($"<strong>not yet</strong>");
        return node.Problem is { } problem ? Markup.Of($"{word}; it cannot read the state: {problem}") : word;
    }

    private static bool Follows(NodeStatus node, StatusDocument status)
        => string.Equals(node.Revision, status.Revision, StringComparison.Ordinal);
}
