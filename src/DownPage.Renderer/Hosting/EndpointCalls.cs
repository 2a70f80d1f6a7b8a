using System.Reflection;
using System.Reflection.Metadata;

namespace DownPage.Renderer.Hosting;

/// <summary>
/// Which endpoints of the app would carry fingerprints, told by what its code calls: where the app's pipeline does not
/// run, nobody has made them.
/// </summary>
internal sealed class EndpointCalls
{
    private const string WithStaticAssets = "WithStaticAssets";

    private readonly HashSet<(string Type, string Method)> calls = [];

    public unsafe EndpointCalls(Assembly application)
    {
        if (application.TryGetRawMetadata(out var blob, out var length))
        {
            Read(new MetadataReader(blob, length));
        }
    }

    /// <summary>Razor Pages have fingerprints.</summary>
    public bool FingerprintPages => calls.Contains(("PageActionEndpointConventionBuilderResourceCollectionExtensions", WithStaticAssets));

    /// <summary>
    /// Views have fingerprints. Of the ways to map controllers, WithStaticAssets() works after MapControllers() only
    /// (dotnet/aspnetcore#59003). A site without controllers renders its views from Razor Pages.
    /// </summary>
    public bool FingerprintViews => Calls("MapControllers")
        ? calls.Contains(("ControllerActionEndpointConventionBuilderResourceCollectionExtensions", WithStaticAssets))
        : FingerprintPages && !Calls("MapControllerRoute") && !Calls("MapDefaultControllerRoute");

    private bool Calls(string method) => calls.Contains(("ControllerEndpointRouteBuilderExtensions", method));

    private void Read(MetadataReader metadata)
    {
        foreach (var handle in metadata.MemberReferences)
        {
            var member = metadata.GetMemberReference(handle);
            if (member.Parent.Kind != HandleKind.TypeReference)
            {
                continue;
            }

            var type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent);
            if (metadata.StringComparer.Equals(type.Namespace, "Microsoft.AspNetCore.Builder"))
            {
                calls.Add((metadata.GetString(type.Name), metadata.GetString(member.Name)));
            }
        }
    }
}
