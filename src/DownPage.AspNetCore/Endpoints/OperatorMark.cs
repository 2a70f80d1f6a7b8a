namespace DownPage.AspNetCore.Endpoints;

/// <summary>Tells the endpoints of operators from those of the app.</summary>
internal sealed class OperatorMark
{
    public static OperatorMark Instance { get; } = new();
}
