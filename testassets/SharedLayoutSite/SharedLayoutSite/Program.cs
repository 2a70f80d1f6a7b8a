var builder = WebApplication.CreateBuilder(args);

builder.Services.AddControllersWithViews();

var app = builder.Build();

app.UseRouting();
app.MapStaticAssets();
// On MapDefaultControllerRoute(), WithStaticAssets() does nothing: https://github.com/dotnet/aspnetcore/issues/59003.
app.MapControllers().WithStaticAssets();
app.MapDefaultControllerRoute();

app.Run();
