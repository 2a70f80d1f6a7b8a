using IdentitySite.Accounts;
using Microsoft.AspNetCore.Identity;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddControllersWithViews();
builder.Services.AddSingleton<IUserStore<IdentityUser>, InMemoryUserStore>();
builder.Services.AddSingleton<IRoleStore<IdentityRole>, InMemoryRoleStore>();
builder.Services.AddIdentity<IdentityUser, IdentityRole>().AddDefaultTokenProviders();

var app = builder.Build();

app.UseRouting();
app.UseAuthentication();
app.UseAuthorization();
app.MapStaticAssets();
app.MapDefaultControllerRoute();

app.Run();
