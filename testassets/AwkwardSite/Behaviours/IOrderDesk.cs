namespace AwkwardSite.Behaviours;

/// <summary>A service that nobody registers.</summary>
public interface IOrderDesk
{
    int OpenOrders { get; }
}
