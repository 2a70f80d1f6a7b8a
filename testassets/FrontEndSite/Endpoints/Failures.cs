namespace FrontEndSite.Endpoints;

/// <summary>What an app does that is about to be gone.</summary>
internal static class Failures
{
    public static void MapFailures(this WebApplication app)
    {
        // Never answers.
        app.Map("/hang", (HttpContext context) => Task.Delay(Timeout.Infinite, context.RequestAborted));

        // Closes the connection without an answer.
        app.Map("/abort", (HttpContext context) => context.Abort());

        // Closes it in the middle of one.
        app.Map("/die", async (HttpContext context) =>
        {
            context.Response.ContentType = "text/plain";
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync(new string('x', 100));
            await context.Response.Body.FlushAsync();
            // What is on its way when a connection is reset is lost.
            await Task.Delay(200);
            // A reset throws away what the server in front has not read yet.
            await Task.Delay(200);
            context.Abort();
        });
    }
}
