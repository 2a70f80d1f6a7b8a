using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using DownPage.AspNetCore.Tests.Passing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DownPage.AspNetCore.Tests.Endpoints;

/// <summary>
/// A site with the endpoint. "Test anna" in <c>Authorization</c> is what programs send, "Basic anna" what browsers send
/// by themselves.
/// </summary>
internal static class OperatorSite
{
    public const string Address = "/maintenance-mode";
    public const string Token = "a token of anna's that nobody guesses";

    public static Task<MaintainedSite> StartAsync(
        Action<MaintenanceModeOptions>? options = null,
        Action<WebApplicationBuilder>? services = null,
        Action<WebApplication>? pipeline = null)
        => MaintainedSite.StartAsync(
            options,
            builder =>
            {
                AddUsers(builder.Services);
                services?.Invoke(builder);
            },
            pipeline ?? (app =>
            {
                app.MapMaintenanceMode().RequireAuthorization();
                app.MapGet("/shop", context => context.Response.WriteAsync("shop"));
            }));

    public static Task<MaintainedSite> StartWithTokenAsync(
        Action<MaintenanceModeOptions>? options = null,
        Action<WebApplicationBuilder>? services = null,
        Action<WebApplication>? pipeline = null)
        => MaintainedSite.StartAsync(
            all =>
            {
                all.Endpoint.TokenHashes.Add("anna", HashOf(Token));
                options?.Invoke(all);
            },
            services,
            pipeline ?? (app => app.MapMaintenanceMode().RequireOperatorToken()));

    public static void AddUsers(IServiceCollection services)
    {
        services.AddAuthentication("Test")
            .AddScheme<AuthenticationSchemeOptions, TokenHandler>("Basic", null)
            .AddScheme<AuthenticationSchemeOptions, TokenHandler>("Test", all => all.ForwardDefaultSelector = context =>
                context.Request.Headers.Authorization.ToString().StartsWith("Basic", StringComparison.Ordinal)
                    ? "Basic"
                    : null);
        services.AddAuthorization();
    }

    public static string HashOf(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <param name="site">The site.</param>
    /// <param name="method">GET, PUT, ...</param>
    /// <param name="path">Below the endpoint's address.</param>
    /// <param name="json">The body. Null: none.</param>
    /// <param name="change">More of the request.</param>
    public static async Task<OperatorReply> AskAsync(
        this MaintainedSite site,
        string method,
        string path = "",
        string? json = null,
        Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Address + path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Test", "anna");
        request.Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        change?.Invoke(request);
        using var response = await site.Client.SendAsync(request);
        return await OperatorReply.OfAsync(response);
    }

    public static Action<HttpRequestMessage> With(string header, string? value)
        => request => request.Headers.TryAddWithoutValidation(header, value);
}
