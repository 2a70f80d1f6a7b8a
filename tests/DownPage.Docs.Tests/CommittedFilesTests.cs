using System.Text.RegularExpressions;

namespace DownPage.Docs.Tests;

/// <summary>Nothing of the machine that a file was written on is in it.</summary>
[TestClass]
public sealed partial class CommittedFilesTests
{
    private const string PublicRegistry = "api.nuget.org";

    // Vendored, and not ours to change.
    private const string Libraries = "/wwwroot/lib/";

    [TestMethod]
    public void Files_OfTheRepository_HoldNoPathOfAMachine()
    {
        string[] own = [Repository.Root, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)];
        foreach (var (file, text) in Texts())
        {
            var path = MachinePath().Match(text);
            Assert.IsFalse(path.Success, $"{file} holds the path '{path.Value}'.");
            foreach (var folder in own.Where(folder => folder.Length > "/root/".Length))
                Assert.DoesNotContain(folder, text, $"{file} holds a path of this machine.");
        }
    }

    [TestMethod]
    public void Files_OfTheRepository_NameNoPackageRegistry()
    {
        var hosts = RegistriesOfThisMachine();
        foreach (var (file, text) in Texts())
        {
            foreach (var host in hosts)
                Assert.DoesNotContain(host, text, StringComparison.OrdinalIgnoreCase, $"{file} names a registry of this machine.");
        }
    }

    [TestMethod]
    public void PackageSources_OfTheRepository_AreThoseOfTheMachine()
    {
        foreach (var file in Repository.Files.Where(file => file.EndsWith("nuget.config", StringComparison.OrdinalIgnoreCase)))
            Assert.DoesNotMatchRegex(RemoteSource(), Repository.Read(file), $"{file} names a package source.");
    }

    private static IEnumerable<(string File, string Text)> Texts() =>
        from file in Repository.Files
        where !file.Contains(Libraries, StringComparison.Ordinal)
        let text = Repository.Read(file)
        where !text.Contains('\0')
        select (file, text);

    private static string[] RegistriesOfThisMachine()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        string[] candidates = [Path.Combine(home, ".nuget/NuGet/NuGet.Config"), Path.Combine(home, ".config/NuGet/NuGet.Config")];
        return [.. candidates.Where(File.Exists)
            .SelectMany(file => Host().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["host"].Value)
            .Where(host => host != PublicRegistry && host != "localhost" && !host.StartsWith("127.", StringComparison.Ordinal))
            .Distinct()];
    }

    // README's reader is "you"; a Route is an address.
    [GeneratedRegex(@"(?<![\w.~:$)}>-]|Route="")/(?:home|Users|root|work|mnt)/(?!you/)[\w.-]+|[A-Za-z]:\\Users\\(?!you)\w+")]
    private static partial Regex MachinePath();

    [GeneratedRegex("<add [^>]*value=\"https?://", RegexOptions.IgnoreCase)]
    private static partial Regex RemoteSource();

    [GeneratedRegex(@"https?://(?:[^/@""\s]+@)?(?<host>[\w.-]+)")]
    private static partial Regex Host();
}
