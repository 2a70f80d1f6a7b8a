namespace DownPage.FrontEnds;

/// <summary>Writes the configuration of several front ends and finds all that stands against it.</summary>
/// <param name="Files">The files; empty where there is an error.</param>
/// <param name="Errors">What stands against it.</param>
/// <param name="Warnings">What works and is probably not meant.</param>
internal sealed record ConfigWriting(
    IReadOnlyList<ConfigFile> Files, IReadOnlyList<FrontEndFinding> Errors, IReadOnlyList<FrontEndFinding> Warnings)
{
    /// <summary>Writes for each server that the options name. Never throws for what the user can mend.</summary>
    /// <exception cref="IOException">A page cannot be read.</exception>
    public static ConfigWriting Of(FrontEndOptions options, BuiltSite built)
    {
        var reading = FrontEndReader.Read(options, built);
        if (reading.Site is not { } site)
        {
            return new ConfigWriting([], reading.Errors, reading.Warnings);
        }

        var (files, errors, warnings) = (
            new List<ConfigFile>(), new List<FrontEndFinding>(), new List<FrontEndFinding>(reading.Warnings));
        var frontEnds = options.Servers.Select(FrontEndSet.Find).OfType<IFrontEnd>().Distinct().ToList();
        if (site.DeployRoot.Length == 0 && frontEnds.Where(frontEnd => frontEnd.NeedsDeployRoot).ToList() is { Count: > 0 } rooted)
        {
            var names = string.Join(", ", rooted.Select(frontEnd => frontEnd.Name));
            warnings.Add(new FrontEndFinding(
                DiagnosticCodes.DeployRootMissing,
                $"No configuration is written for {names}: it names the folder that the app is deployed to, which is not "
                + "known here. Say it: <DownPageDeployRoot>/srv/shop</DownPageDeployRoot>, or write the configuration on "
                + "the server: downpage config " + rooted[0].Name + "."));
            frontEnds.RemoveAll(rooted.Contains);
        }

        foreach (var frontEnd in frontEnds)
        {
            try
            {
                files.AddRange(frontEnd.Write(site));
            }
            catch (FrontEndException refused)
            {
                errors.Add(new FrontEndFinding(refused.Code, refused.Message));
            }
        }

        return new ConfigWriting(errors.Count == 0 ? files : [], errors, warnings);
    }
}
