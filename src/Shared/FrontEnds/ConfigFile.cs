namespace DownPage.FrontEnds;

/// <summary>A file of configuration, or one that belongs to it.</summary>
/// <param name="Path">Below <c>_downpage/conf/</c>, with <c>/</c>: <c>nginx/downpage.conf</c>.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record ConfigFile(string Path, ReadOnlyMemory<byte> Content);
