using Microsoft.AspNetCore.Components;

namespace DownPage.AspNetCore.Tests.Setup;

[Route("/component/shut")]
public sealed class ShutPage : ComponentBase;
