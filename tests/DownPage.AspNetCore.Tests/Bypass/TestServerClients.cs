using Microsoft.AspNetCore.TestHost;

namespace DownPage.AspNetCore.Tests.Bypass;

internal static class TestServerClients
{
    public static HttpClient CreateClient(this TestServer server, Uri address) => new(server.CreateHandler()) { BaseAddress = address };
}
