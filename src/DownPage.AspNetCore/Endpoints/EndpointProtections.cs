using DownPage.RenderProtocol;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Endpoints;

/// <summary>
/// What protects an endpoint, by its metadata. A fallback policy does not count: whoever removes it from the app does
/// not think of this endpoint. Neither does a policy without <see cref="IAuthorizeData"/>: only with that does the
/// framework refuse to run an endpoint whose authorization is missing from the pipeline.
/// </summary>
internal static class EndpointProtections
{
    public const string Remedy = "Add .RequireAuthorization(\"POLICY\") to MapMaintenanceMode(), with a policy that "
        + "only operators meet, or .RequireOperatorToken(), and take AllowAnonymous away from it.";

    public static EndpointProtection Of(EndpointMetadataCollection metadata)
    {
        var hasPolicy = metadata.GetMetadata<IAuthorizeData>() is not null;
        var hasToken = metadata.GetMetadata<OperatorTokenMark>() is not null;
        var allowed = metadata.GetOrderedMetadata<IAllowAnonymous>();
        var isOpen = allowed.Any(each => each is not TokenInsteadOfUser) || (allowed.Count > 0 && hasPolicy);
        return isOpen ? EndpointProtection.None
            : hasToken ? EndpointProtection.Token
            : hasPolicy ? EndpointProtection.Policy
            : EndpointProtection.None;
    }

    /// <exception cref="InvalidOperationException">One of them has none.</exception>
    public static void Check(IEnumerable<Endpoint> endpoints)
    {
        foreach (var endpoint in endpoints.Where(each => each.Metadata.GetMetadata<OperatorMark>() is not null))
        {
            if (Of(endpoint.Metadata) == EndpointProtection.None)
            {
                throw new InvalidOperationException(
                    $"{DiagnosticCodes.EndpointUnprotected}: Everybody could take the site down: the endpoint "
                    + $"'{endpoint.DisplayName}' requires no authorization. {Remedy}");
            }
        }
    }
}
