using System.Globalization;
using System.Text;

var builder = WebApplication.CreateBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.AddControllersWithViews();
builder.Services.AddMaintenanceMode();

var app = builder.Build();
var life = builder.Configuration["Life"] ?? "0";
var alphabet = Encoding.ASCII.GetBytes(
    string.Concat(Enumerable.Range(0, 1024 * 1024).Select(index => (char)('a' + index % 23))));

// Which of the app's lives answers: an answer of an earlier one would come from a cache.
app.Use((context, next) =>
{
    context.Response.Headers["X-App"] = life;
    return next(context);
});
app.UseMaintenanceMode();

app.MapMethods("/orders/{id:int}", ["GET", "HEAD"], (int id, HttpContext context) =>
{
    var tag = string.Create(CultureInfo.InvariantCulture, $"\"order-{id}\"");
    context.Response.Headers.ETag = tag;
    return context.Request.Headers.IfNoneMatch == tag ? Results.StatusCode(304) : Results.Text($"order {id}");
});
app.MapMethods("/orders/{id:int}", ["POST", "PUT"], async (int id, HttpContext context) =>
{
    var bytes = 0L;
    var buffer = new byte[16 * 1024];
    while (await context.Request.Body.ReadAsync(buffer, context.RequestAborted) is > 0 and var read)
    {
        bytes += read;
    }

    return Results.Text($"order {id} took {bytes} bytes");
});
app.MapMethods("/orders/{id:int}", ["DELETE"], () => Results.NoContent());
app.MapMethods("/orders/{id:int}", ["OPTIONS"], () => Results.Text("options"));
app.MapGet("/large/{kilobytes:int}", (int kilobytes)
    => Results.Bytes(alphabet.AsMemory(0, kilobytes * 1024), "text/plain"));
app.MapGet("/stream/{kilobytes:int}", async (int kilobytes, HttpContext context) =>
{
    context.Response.ContentType = "text/plain";
    for (var sent = 0; sent < kilobytes; sent += 16)
    {
        await context.Response.Body.WriteAsync(alphabet.AsMemory(sent * 1024, 16 * 1024), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        await Task.Delay(5, context.RequestAborted);
    }
});
app.Map("/fail/{status:int}", (int status) => Results.Text($"the app's own {status}", statusCode: status));
app.MapFallback(() => Results.Text("the app's own 404", statusCode: 404));
app.Run();
