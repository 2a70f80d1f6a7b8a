namespace DownPage.AspNetCore.Tests.Endpoints;

internal static class ClientCalls
{
    /// <summary>The body, whatever the status.</summary>
    public static async Task<string> GetBodyAsync(this HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        return await answer.Content.ReadAsStringAsync();
    }
}
