namespace DownPage.AspNetCore.Endpoints;

/// <summary>The endpoint is for who has an operator's token.</summary>
internal sealed class OperatorTokenMark
{
    public static OperatorTokenMark Instance { get; } = new();
}
