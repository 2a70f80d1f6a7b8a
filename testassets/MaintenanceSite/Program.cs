using DownPage.AspNetCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllersWithViews();
builder.Services.AddHealthChecks();
builder.Services.AddMaintenanceMode();

// The endpoint for operators, where a test asks for it: everybody is one there.
var withOperators = builder.Configuration.GetValue<bool>("WithOperators");
builder.Services.AddAuthorization(
    options => options.AddPolicy("operators", policy => policy.RequireAssertion(_ => true)));

var app = builder.Build();
app.UseMaintenanceMode();
app.UseStaticFiles();
app.MapGet("/", () => Results.Content("<!DOCTYPE html><html lang=en><title>Shop</title><main>open</main></html>", "text/html"));
app.MapGet("/reports", () => "reports").UnderMaintenance("Reports are being counted.");
app.MapGet("/status", () => "working on it").AllowDuringMaintenance();
app.MapHealthChecks("/health");

// What an operator's page would do; the command does it by the file.
app.MapPost("/down", (IMaintenanceMode maintenance, string? message)
    => maintenance.EnterAsync(new MaintenanceRequest { Message = message }));
app.MapPost("/up", (IMaintenanceMode maintenance) => maintenance.LeaveAsync()).AllowDuringMaintenance();

if (withOperators)
{
    app.MapMaintenanceMode().RequireAuthorization("operators");
}

app.Run();
