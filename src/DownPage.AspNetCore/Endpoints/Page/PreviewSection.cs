namespace DownPage.AspNetCore.Endpoints.Page;

/// <summary>What visitors see, in a frame that can do nothing.</summary>
internal static class PreviewSection
{
    public static Markup Of(PageModel model)
    {
        var words = model.Status.Down ? "What visitors see" : "What visitors would see";
        return Markup.Of($"""
            <section class="card" id="preview" aria-labelledby="preview-title">
            <h2 id="preview-title">{words}</h2>
            <iframe src="{model.Path}/preview" title="{words}" sandbox referrerpolicy="same-origin"></iframe>
            <p class="soft"><a href="{model.Path}/preview">Open it alone</a></p>
            </section>
            """);
    }
}
