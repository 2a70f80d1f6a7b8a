namespace DownPage.Browser.Tests.FrontEnds;

/// <summary>A shop in a few lines: an order to look at, a form to pay it, and how often it was paid.</summary>
internal static class ShopProgram
{
    public const string Text = """"
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddControllersWithViews();
        builder.Services.AddMaintenanceMode();
        var app = builder.Build();
        app.UseMaintenanceMode();
        app.UseStaticFiles();

        var paid = 0;
        app.MapGet("/orders/{id:int}", (int id, HttpRequest request) => Page(id, $"Order {id}", request));
        app.MapPost("/orders/{id:int}", (int id, HttpRequest request) =>
        {
            paid++;
            return Page(id, $"Order {id} is paid", request);
        });
        app.MapGet("/paid", () => paid);
        app.Run();

        static IResult Page(int id, string title, HttpRequest request) => Results.Content(
            $$"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
                <meta charset="utf-8"><title>{{title}}</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <link rel="stylesheet" href="/site.css"><link rel="icon" href="data:,">
            </head>
            <body>
                <main>
                    <h1>{{title}}</h1>
                    <form method="post" action="/orders/{{id}}{{request.QueryString}}">
                        <input name="amount" value="7"> <button>Pay</button>
                    </form>
                    <a href="/orders/{{id + 1}}{{request.QueryString}}">Next</a>
                </main>
            </body>
            </html>
            """,
            "text/html; charset=utf-8");
        """";
}
