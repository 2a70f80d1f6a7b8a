namespace DownPage.FrontEnds.Kubernetes;

/// <summary>The app's name as a name of objects (RFC 1035: 63 letters, digits and hyphens, a letter first).</summary>
internal static class KubernetesName
{
    private const int Longest = 40;

    /// <summary><c>shop-downpage</c>.</summary>
    public static string Of(string application)
    {
        var name = string.Concat(application.ToLowerInvariant().Select(
            character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) ? character : '-')).Trim('-');
        name = name.Length > Longest ? name[..Longest].TrimEnd('-') : name;
        return (name.Length == 0 ? "app" : char.IsAsciiDigit(name[0]) ? "app-" + name : name) + "-downpage";
    }
}
