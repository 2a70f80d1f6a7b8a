using Microsoft.AspNetCore.Mvc;

namespace SharedLayout.Components;

/// <summary>The strip that says how serious it is.</summary>
public sealed class StatusBannerViewComponent : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(int status)
    {
        await Task.Yield();
        return View(new StatusBanner(status, status >= 500 ? "ours" : "yours"));
    }
}
