using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace IdentitySite.Controllers;

public sealed class AccountController(
    SignInManager<IdentityUser> signInManager, UserManager<IdentityUser> userManager) : Controller
{
    [HttpPost, ValidateAntiForgeryToken]
    public async Task<IActionResult> Register(string userName, string password)
    {
        var user = new IdentityUser(userName);
        var result = await userManager.CreateAsync(user, password);
        if (!result.Succeeded)
            return BadRequest(result.Errors);

        await signInManager.SignInAsync(user, isPersistent: false);
        return RedirectToAction("Index", "Home");
    }

    [HttpPost, ValidateAntiForgeryToken]
    public async Task<IActionResult> Login(string userName, string password)
    {
        var result = await signInManager.PasswordSignInAsync(userName, password, false, lockoutOnFailure: false);
        return result.Succeeded ? RedirectToAction("Index", "Home") : Unauthorized();
    }

    [HttpPost, ValidateAntiForgeryToken]
    public async Task<IActionResult> Logout()
    {
        await signInManager.SignOutAsync();
        return RedirectToAction("Index", "Home");
    }
}
