using Microsoft.AspNetCore.Components;

namespace DownPage.AspNetCore.Tests.Setup;

[Route("/component/open")]
[AllowDuringMaintenance]
public sealed class OpenPage : ComponentBase;
