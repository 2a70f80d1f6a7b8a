using System.Reflection;
using System.Runtime.Loader;
using DownPage.RenderProtocol;

namespace DownPage.Renderer.Hosting;

/// <summary>Loads the app into the default context, where its own deps.json has already put its dependencies.</summary>
internal sealed class ApplicationLoader(RenderRequest request)
{
    /// <exception cref="RenderFailure">The app or one of its dependencies cannot be loaded.</exception>
    public Assembly Load()
    {
        AssemblyLoadContext.Default.Resolving += ResolveFromBuildOutput;
        try
        {
            var name = Path.GetFileNameWithoutExtension(request.ApplicationAssembly);
            return AssemblyLoadContext.Default.LoadFromAssemblyName(new AssemblyName(name));
        }
        catch (Exception unloadable) when (unloadable is IOException or BadImageFormatException)
        {
            throw new RenderFailure(StartErrors.NotLoadable(request, unloadable), unloadable);
        }
    }

    // Without a deps.json (self-contained, another processor architecture) the build output holds all there is.
    private Assembly? ResolveFromBuildOutput(AssemblyLoadContext context, AssemblyName name)
    {
        var path = Path.Combine(request.ApplicationDirectory, name.CultureName ?? "", name.Name + ".dll");
        return File.Exists(path)
            ? context.LoadFromAssemblyPath(ForeignAssembly.Retarget(path, RetargetedDirectory))
            : null;
    }

    private string RetargetedDirectory
        => Path.Combine(Path.GetDirectoryName(request.ResponseFile)!, "retargeted");
}
