using DownPage.FrontEnds;
using DownPage.RenderProtocol;
using Microsoft.Build.Framework;

namespace DownPage.Build;

/// <summary>
/// Reads what the project says of the servers in front. What a value means is looked at where configuration is made of
/// it, which the command does too.
/// </summary>
/// <param name="options">The item with the properties, under their names without <c>DownPage</c>.</param>
internal sealed class FrontEndOptionsReader(ITaskItem options)
{
    /// <summary>Takes away the settings of the app: nobody, nothing.</summary>
    private const string None = "none";

    private static readonly char[] Separators = [';', ',', '\n'];

    public List<RenderDiagnostic> Errors { get; } = [];

    /// <param name="servers">As <c>DownPageServers</c> was read.</param>
    /// <param name="retryAfter">As <c>DownPageRetryAfter</c> was read.</param>
    /// <param name="headers">The items <c>DownPageHeader</c>.</param>
    public FrontEndOptions Read(List<string> servers, int? retryAfter, ITaskItem[] headers) => new()
    {
        Servers = servers,
        DeployRoot = Text("DeployRoot"),
        Prefix = Text("Prefix"),
        FlagFile = Text("FlagFile"),
        Allow = List("Allow"),
        Bypass = List("Bypass"),
        RetryAfter = retryAfter,
        Intercept = Flag("Intercept"),
        Headers = [.. headers.Select(header => new KeyValuePair<string, string>(
            header.ItemSpec.Trim(), header.GetMetadata("Value").Trim()))],
    };

    private string? Text(string name) => options.GetMetadata(name).Trim() is { Length: > 0 } text ? text : null;

    private List<string>? List(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        return string.Equals(text, None, StringComparison.OrdinalIgnoreCase)
            ? []
            : [.. text.Split(Separators).Select(entry => entry.Trim()).Where(entry => entry.Length > 0)];
    }

    private bool Flag(string name)
    {
        if (Text(name) is not { } text)
        {
            return false;
        }

        if (bool.TryParse(text, out var isTrue))
        {
            return isTrue;
        }

        Errors.Add(ItemErrors.InvalidProperty("DownPage" + name, text, "Valid are true and false."));
        return false;
    }
}
