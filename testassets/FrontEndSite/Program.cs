using DownPage.AspNetCore;
using FrontEndSite.Endpoints;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllersWithViews();
builder.Services.AddMaintenanceMode();

var app = builder.Build();

// Whoever sees it knows that the app has answered, and nobody else.
app.Use((context, next) =>
{
    context.Response.Headers["X-App"] = "1";
    return next(context);
});
app.UseMaintenanceMode();
app.UseStaticFiles();
app.UseWebSockets();

app.MapGet("/", () => Results.Content("<!DOCTYPE html><html lang=en><title>Shop</title><main>app-open</main></html>", "text/html"));
app.MapGet("/healthz", () => "app-healthy");
app.Map("/hooks/{**rest}", (string? rest) => $"app-hook {rest}");
app.Map("/shop/{**rest}", (HttpRequest request) => $"app-shop {request.Method}");
app.MapAnswers();
app.MapConversations();
app.MapFailures();

app.Run();
