using DownPage.Switching;

namespace DownPage.AspNetCore.Endpoints;

/// <summary>What a body asks for.</summary>
internal sealed record OperatorOrder
{
    public static OperatorOrder Empty { get; } = new();

    public DownOrder Down { get; init; } = new();

    /// <summary>For how long from now. Null: not said so.</summary>
    public TimeSpan? For { get; init; }

    /// <summary>How much longer. Null: not said so.</summary>
    public TimeSpan? Extend { get; init; }

    public string? Reason { get; init; }

    /// <summary>For whom the user acts.</summary>
    public string? Actor { get; init; }

    public ChangeOrigin Origin(OperatorCall call) => new(call.Source, OperatorName.Of(call.User, Actor), Reason);
}
