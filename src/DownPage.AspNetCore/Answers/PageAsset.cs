namespace DownPage.AspNetCore.Answers;

/// <summary>A file beside the pages, named after its content.</summary>
internal sealed record PageAsset(string Path, string MediaType);
