using MinimalApiSite;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddSingleton<OrderBook>();

// The app has no MVC. Only the test, which wants to see the down page's view rendered live, asks for it.
var rendersLive = Environment.GetEnvironmentVariable("RENDER_LIVE") == "1";
if (rendersLive)
    builder.Services.AddControllersWithViews();

var app = builder.Build();

app.UseStaticFiles();
app.MapGet("/orders", (OrderBook orders) => orders.Count);
if (rendersLive)
    app.MapGet("/errors/502", LiveView.BadGateway);

app.Run();
