namespace DownPage.AspNetCore;

/// <summary>What the health check of maintenance mode says while the site is down.</summary>
public enum MaintenanceReadiness
{
    /// <summary>Healthy: the load balancer goes on sending visitors, who see the page.</summary>
    StayReady,

    /// <summary>Unhealthy: the load balancer takes this node out.</summary>
    Drain,
}
