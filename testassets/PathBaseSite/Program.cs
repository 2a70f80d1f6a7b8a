using Microsoft.AspNetCore.HttpOverrides;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddControllersWithViews();
builder.Services.Configure<ForwardedHeadersOptions>(options =>
    options.ForwardedHeaders = ForwardedHeaders.XForwardedProto);

var app = builder.Build();

app.UseForwardedHeaders();
app.UsePathBase("/shop");
app.UseRouting();
app.MapStaticAssets();
// On MapDefaultControllerRoute(), WithStaticAssets() does nothing: https://github.com/dotnet/aspnetcore/issues/59003.
app.MapControllers().WithStaticAssets();
app.MapDefaultControllerRoute();

app.Run();
