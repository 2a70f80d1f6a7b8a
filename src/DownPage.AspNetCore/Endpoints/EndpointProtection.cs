namespace DownPage.AspNetCore.Endpoints;

/// <summary>Who is kept from an endpoint, and by what.</summary>
internal enum EndpointProtection
{
    /// <summary>Nobody: the endpoint must not answer.</summary>
    None,

    /// <summary>The app's authorization.</summary>
    Policy,

    /// <summary>An operator's token, and the app's authorization where there is a policy, too.</summary>
    Token,
}
