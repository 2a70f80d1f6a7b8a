namespace DownPage.FrontEnds.Tests.Caddy;

/// <summary>What is answered, whatever the status.</summary>
internal static class HttpClientText
{
    public static async Task<string> GetStringOfAsync(this HttpClient client, string path, CancellationToken cancellationToken)
    {
        using var answer = await client.GetAsync(path, cancellationToken);
        return await answer.Content.ReadAsStringAsync(cancellationToken);
    }
}
