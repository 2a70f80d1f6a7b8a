namespace AwkwardSite.Behaviours;

public sealed record OrderSummary(string Number);
