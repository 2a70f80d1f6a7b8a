namespace MinimalApiSite;

/// <summary>What the app is about; the down page asks it too.</summary>
public sealed class OrderBook
{
    public int Count => 17;
}
