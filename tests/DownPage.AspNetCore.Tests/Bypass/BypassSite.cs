using DownPage.AspNetCore.Bypass;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Tests.Bypass;

/// <summary>A site that is down but for the bypass: "app" for a tester, 503 for others.</summary>
internal static class BypassSite
{
    public const string Secret = "correct horse battery staple";
    public const string Path = "/_downpage/pass";

    public static MaintenanceBypassOptions Options => new() { Secret = Secret };

    public static BypassGate Gate(
        MaintenanceBypassOptions? options = null,
        TimeProvider? clock = null,
        string? hash = null,
        int? generation = null)
        => BypassGate.Create(options ?? Options, hash, generation, clock ?? new ManualClock())
            ?? throw new InvalidOperationException("No secret.");

    public static Task<SmallApp> StartAsync(
        BypassGate gate,
        bool kestrel = false,
        string address = "https://site.example",
        string? pathBase = null,
        Action<WebApplicationBuilder>? build = null)
        => SmallApp.StartAsync(
            app =>
            {
                if (pathBase is not null)
                {
                    app.UsePathBase(pathBase);
                    app.UseRouting();
                }

                app.Run(context =>
                {
                    if (gate.TryAnswer(context, out var answer))
                    {
                        return answer;
                    }

                    context.Response.StatusCode = gate.Allows(context) ? 200 : 503;
                    return context.Response.WriteAsync(context.Response.StatusCode == 200 ? "app" : "down");
                });
            },
            kestrel,
            address,
            build);

    public static FormUrlEncodedContent Form(string secret, string? target = null)
        => new(target is null ? [new("secret", secret)] : [new("secret", secret), new("return", target)]);

    /// <summary>NAME=VALUE of the cookie that the site gives for the secret.</summary>
    public static async Task<string> CookieAsync(SmallApp site, string secret = Secret, string path = Path)
    {
        var response = await site.Client.PostAsync(path, Form(secret));
        return response.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    public static async Task<string> AskAsync(SmallApp site, params string[] cookies)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/orders");
        if (cookies.Length > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", cookies));
        }

        var response = await site.Client.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>A request that no server has sent.</summary>
    public static HttpContext Request(string? cookie, bool https = true)
    {
        var context = new DefaultHttpContext();
        context.Request.Scheme = https ? "https" : "http";
        if (cookie is not null)
        {
            context.Request.Headers.Cookie = cookie;
        }

        return context;
    }
}
