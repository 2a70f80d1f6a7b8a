var builder = WebApplication.CreateBuilder(args);

builder.Services.AddRouting(options =>
{
    options.LowercaseUrls = true;
    options.LowercaseQueryStrings = true;
});
builder.Services.AddControllersWithViews();

var app = builder.Build();

app.UseRouting();
app.MapStaticAssets();
// On MapControllerRoute(), WithStaticAssets() does nothing: https://github.com/dotnet/aspnetcore/issues/59003.
app.MapControllers().WithStaticAssets();
app.MapControllerRoute("areas", "{area:exists}/{controller=Start}/{action=Index}/{slug?}");
app.MapControllerRoute("default", "{controller=Start}/{action=Index}/{slug?}");

app.Run();
