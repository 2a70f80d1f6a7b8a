namespace DownPage.AspNetCore.Passing;

/// <summary>
/// Paths with all below them, by whole segments. A lookup costs as many steps as the request shares segments with a
/// rule.
/// </summary>
internal sealed class PrefixTrie
{
    private readonly Node root;

    private PrefixTrie(Node root) => this.root = root;

    public bool IsEmpty => !root.IsEnd && root.Children.IsEmpty;

    /// <param name="prefixes">Each begins with a slash; one at the end says nothing.</param>
    public static PrefixTrie Create(IEnumerable<string> prefixes)
    {
        var root = new Draft();
        foreach (var prefix in prefixes)
        {
            root.Add(prefix.Trim('/'));
        }

        return new PrefixTrie(root.Finish());
    }

    /// <summary>Whether a rule is the path or above it.</summary>
    public bool Covers(ReadOnlySpan<char> path) => Covers(path, passEmpty: false);

    /// <summary>
    /// The same for rules that refuse: <c>//billing</c> is <c>/billing</c> to some that serve it (the framework's
    /// static files are),
    /// so it is refused alike.
    /// </summary>
    public bool CoversLoosely(ReadOnlySpan<char> path) => Covers(path, passEmpty: true);

    private bool Covers(ReadOnlySpan<char> path, bool passEmpty)
    {
        var node = root;
        while (!node.IsEnd)
        {
            if (path.IsEmpty || path[0] != '/')
            {
                return false;
            }

            path = path[1..];
            var end = path.IndexOf('/');
            var segment = end < 0 ? path : path[..end];
            path = end < 0 ? default : path[end..];
            if (segment.IsEmpty && passEmpty)
            {
                continue;
            }

            if (node.Children.Find(segment) is not { } child)
            {
                return false;
            }

            node = child;
        }

        return true;
    }

    private sealed record Node(bool IsEnd, TextTable<Node> Children);

    private sealed class Draft
    {
        private readonly Dictionary<string, Draft> children = new(StringComparer.OrdinalIgnoreCase);
        private bool isEnd;

        /// <param name="path">Without slashes around it; empty: this one.</param>
        public void Add(string path)
        {
            var draft = this;
            foreach (var segment in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
            {
                if (!draft.children.TryGetValue(segment, out var child))
                {
                    draft.children.Add(segment, child = new Draft());
                }

                draft = child;
            }

            draft.isEnd = true;
        }

        /// <summary>Recursive: rules are no deeper than <see cref="PathSyntax.LongestRule"/> allows.</summary>
        public Node Finish() => new(isEnd, new TextTable<Node>(isEnd ? [] : [.. children.Select(Finish)]));

        private static KeyValuePair<string, Node> Finish(KeyValuePair<string, Draft> child)
            => KeyValuePair.Create(child.Key, child.Value.Finish());
    }
}
