var builder = WebApplication.CreateSlimBuilder(args);
builder.Services.AddDistributedMemoryCache();
builder.Services.AddMaintenanceMode().UseDistributedCache();

var app = builder.Build();
app.UseMaintenanceMode();
app.MapMaintenanceMode().RequireOperatorToken();
app.MapGet("/", () => "open");
app.Run();
