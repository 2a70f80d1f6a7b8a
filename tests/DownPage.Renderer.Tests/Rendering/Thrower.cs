using System.Runtime.CompilerServices;

namespace DownPage.Renderer.Tests.Rendering;

/// <summary>Code whose symbols say that it stands in a site's views, as the Razor compiler's output does.</summary>
internal static class Thrower
{
    /// <summary>What <c>throw</c> at line 7 of a view gives, with the path that a deterministic build writes.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Exception InView(Exception exception)
    {
        try
        {
            Rethrow(exception);
        }
        catch (Exception thrown)
        {
            return thrown;
        }

        throw new InvalidOperationException("Nothing was thrown.");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Rethrow(Exception exception)
    {
#line 7 "/_/Shop/Views/Errors/502.cshtml"
        Helper(exception);
#line default
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Helper(Exception exception)
    {
#line 21 "/_/Shop/Services/Phones.cs"
        throw exception;
#line default
    }
}
