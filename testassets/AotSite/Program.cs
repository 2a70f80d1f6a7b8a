var builder = WebApplication.CreateSlimBuilder(args);
builder.Services.AddMaintenanceMode();

var app = builder.Build();
app.UseMaintenanceMode();
app.MapGet("/", () => "open");
app.Run();
