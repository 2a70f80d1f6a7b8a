using System.Reflection;
using System.Runtime.Loader;
using DownPage.Renderer.Hosting;
using DownPage.RenderProtocol;

namespace DownPage.Renderer.Finishing;

/// <summary>
/// Loads DownPage.StandAlone with the libraries that lie beside it, apart from the app's: an app may use another
/// version of the same library, or hold a different one of its name. What they share is this assembly and the
/// framework.
/// </summary>
internal sealed class StandAloneContext(string assembly) : AssemblyLoadContext("DownPage.StandAlone")
{
    private const string FinisherType = "DownPage.StandAlone.StandAlonePages";

    public static IPageFinisher CreateFinisher(RenderRequest request, PublishedWebRoot? webRoot)
    {
        var context = new StandAloneContext(request.StandAloneAssembly);
        var type = context.LoadFromAssemblyPath(request.StandAloneAssembly).GetType(FinisherType, throwOnError: true)!;
        return (IPageFinisher)Activator.CreateInstance(type, request, webRoot)!;
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var contract = typeof(IPageFinisher).Assembly;
        if (assemblyName.Name == contract.GetName().Name)
        {
            return contract;
        }

        var beside = Path.Combine(Path.GetDirectoryName(assembly)!, assemblyName.Name + ".dll");
        return File.Exists(beside) ? LoadFromAssemblyPath(beside) : null;
    }
}
