using DownPage.Schedule;

namespace DownPage.AspNetCore.Endpoints;

/// <summary>A window that is to be added, and why.</summary>
internal sealed record WindowOrder(WindowDefinition Window, OperatorOrder Why);
